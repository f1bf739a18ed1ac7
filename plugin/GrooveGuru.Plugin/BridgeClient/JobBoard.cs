using System.Collections.Immutable;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>The jobs among the news: newest first, bounded in number, each with an id of the window.</summary>
internal sealed class JobBoard(BridgeBoard board)
{
    /// <summary>The most that are shown.</summary>
    public const int MaxJobs = 20;

    /// <summary>What a job says that was asked to end and has not yet.</summary>
    public const string Cancelling = "Cancelling";

    /// <summary>Whether a job has ended, one way or another.</summary>
    public static bool HasEnded(Job job) => job.State is JobState.Done or JobState.Failed or JobState.Cancelled;

    /// <summary>Those that have not ended.</summary>
    public IEnumerable<Job> UnderWay() => board.News.Jobs.Where(job => !HasEnded(job));

    /// <summary>Adds one; the oldest goes where there are too many.</summary>
    public void Add(Job job) => board.Change(news => news with { Jobs = [job, .. news.Jobs.Take(MaxJobs - 1)] });

    /// <summary>Takes one away.</summary>
    public void Remove(string id) => board.Change(news => news with { Jobs = news.Jobs.RemoveAll(job => job.JobId == id) });

    /// <summary>Changes one that is there; its message is replaced, not changed.</summary>
    public void Change(string id, Action<Job> change) => Replace(id, old =>
    {
        Job changed = old.Clone();
        change(changed);
        return changed;
    });

    /// <summary>Shows what the bridge says of one, with the files that are fit to be dragged.</summary>
    public void Show(string id, Job said) => Replace(id, old =>
    {
        Job shown = said.Clone();
        shown.JobId = id;
        shown.Phase = old.Phase == Cancelling && !HasEnded(said) ? Cancelling : said.Phase;
        foreach (JobFile file in shown.Files)
        {
            file.Path = file.DropPath.Length > 0 ? file.DropPath : file.Path;
        }

        return shown;
    });

    private void Replace(string id, Func<Job, Job> make) => board.Change(news =>
    {
        int index = IndexOf(news.Jobs, id);
        return index >= 0 ? news with { Jobs = news.Jobs.SetItem(index, make(news.Jobs[index])) } : news;
    });

    private static int IndexOf(ImmutableArray<Job> jobs, string id)
    {
        for (int index = 0; index < jobs.Length; index++)
        {
            if (jobs[index].JobId == id)
            {
                return index;
            }
        }

        return -1;
    }
}
