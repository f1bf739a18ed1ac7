using System.Threading.Channels;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Bridge.Sessions;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using Microsoft.Extensions.Logging;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>Runs jobs one after another; waiting ones are bounded in number.</summary>
internal sealed partial class JobQueue : IAsyncDisposable
{
    private const int MaxWaiting = 32;
    private const int MaxRemembered = 256;

    // What a result is filed under that is not whole.
    private const string PartMark = "_part";

    private readonly Channel<(JobEntry Job, TrackSession Track, IJobWork Work)> _waiting =
        Channel.CreateBounded<(JobEntry, TrackSession, IJobWork)>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private readonly Lock _gate = new();
    private static readonly Dictionary<JobKind, Func<JobRequest, IJobWork>> Works = new()
    {
        [JobKind.Stems] = _ => new StemsWork(),
        [JobKind.Midi] = request => new MidiWork(MidiRequest.Read(request.Midi)),
    };

    private readonly List<(string Id, JobEntry Job)> _jobs = [];
    private readonly ContentLibrary _library;
    private readonly DropFolder _drops;
    private readonly TimeProvider _time;
    private readonly ILogger<JobQueue> _log;
    private readonly Task _worker;
    private int _nextId = 1;

    /// <summary>Starts the worker.</summary>
    public JobQueue(ContentLibrary library, DropFolder drops, TimeProvider time, ILogger<JobQueue> log)
    {
        _library = library;
        _drops = drops;
        _time = time;
        _log = log;
        _worker = Task.Run(WorkAsync);
    }

    /// <summary>The kinds of jobs by the names that the contract gives them.</summary>
    public static IReadOnlyList<string> Services { get; } = ["stems", "midi"];

    /// <summary>Number of jobs that wait or run.</summary>
    public int RunningCount
    {
        get
        {
            lock (_gate)
            {
                return _jobs.Count(entry => !entry.Job.HasEnded);
            }
        }
    }

    /// <summary>Queues a job.</summary>
    /// <exception cref="GrpcException">
    /// INVALID_ARGUMENT for an unknown kind or options that are out of range, RESOURCE_EXHAUSTED when too many wait.
    /// </exception>
    public JobEntry Start(JobRequest request, TrackSession track)
    {
        JobKind kind = request.Kind;
        IJobWork work = Works.TryGetValue(kind, out Func<JobRequest, IJobWork>? make)
            ? make(request)
            : throw new GrpcException(GrpcStatusCode.InvalidArgument, $"This bridge knows no job of kind {(int)kind}.");
        JobEntry job;
        lock (_gate)
        {
            string id = $"job-{_nextId++}";
            job = new JobEntry(id, kind, track.TrackId, _time);
            if (!_waiting.Writer.TryWrite((job, track, work)))
            {
                throw new GrpcException(
                    GrpcStatusCode.ResourceExhausted, $"{MaxWaiting} jobs are waiting already; cancel one or wait until one has ended.");
            }

            int ended = _jobs.FindIndex(entry => entry.Job.HasEnded);
            if (_jobs.Count >= MaxRemembered && ended >= 0)
            {
                _jobs.RemoveAt(ended);
            }

            _jobs.Add((id, job));
        }

        return job;
    }

    /// <summary>The job with this id.</summary>
    /// <exception cref="GrpcException">NOT_FOUND.</exception>
    public JobEntry Get(string jobId)
    {
        lock (_gate)
        {
            return _jobs.Find(entry => entry.Id == jobId).Job
                ?? throw new GrpcException(GrpcStatusCode.NotFound, $"There is no job \"{jobId}\".");
        }
    }

    /// <summary>Cancels a job; one that has ended stays as it is.</summary>
    public Job Cancel(string jobId)
    {
        JobEntry job = Get(jobId);
        job.Cancellation.Cancel();
        return job.Snapshot();
    }

    /// <summary>Cancels everything and waits for the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        lock (_gate)
        {
            foreach ((_, JobEntry job) in _jobs)
            {
                job.Cancellation.Cancel();
            }
        }

        await _worker.ConfigureAwait(false);
    }

    private async Task WorkAsync()
    {
        await foreach ((JobEntry job, TrackSession track, IJobWork work) in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            Run(job, track, work);
        }
    }

    private void Run(JobEntry job, TrackSession track, IJobWork work)
    {
        Job request = job.Snapshot();
        CancellationToken cancellation = job.Cancellation.Token;
        string? folder = null;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            job.Update(state => (state.State, state.Phase) = (JobState.Preparing, "Preparing"));
            Func<IAudioSource> open = track.Freeze()
                ?? throw new GrooveGuruException("Nothing has been heard of this track yet: press play first.");
            string hash = Hash(open, cancellation);
            WorkInput input = new(open, track.Project, track.Name, track.Identity.ToldRole);
            string method = MethodKey.Of(work, input);
            IReadOnlyList<string>? files = _library.Find(hash, method);
            if (files is null)
            {
                job.Update(state => state.State = JobState.Working);
                folder = _library.BeginWork();
                work.Run(input, folder, new StepProgress(job.Progress), cancellation);
                if (Hash(open, cancellation) != hash)
                {
                    throw new GrooveGuruException(
                        "The track was played again while it was being worked on; start the job again when it has stopped.");
                }

                method = work.IsWhole ? method : $"{method}{PartMark}"; // so that the next attempt does not find it
                files = _library.Commit(folder, hash, method);
            }

            (files, string? remark) = WorkNotice.Split(files);
            DropOffer drops = _drops.Offer([.. files.Where(IsDragged)], track.Name, $"{hash}_{method}");
            job.Update(state =>
            {
                (state.State, state.Phase, state.Progress) = (JobState.Done, "Done", 1);
                state.ClearEtaSeconds();
                Queue<string> paths = new(drops.Paths);
                state.Files.AddRange(files.Select(file => ToFile(file, IsDragged(file) ? paths.Dequeue() : "")));
                string notice = string.Join(' ', ((string?[])[remark, drops.WhyNotCopied]).Where(sentence => sentence is not null));
                if (notice.Length > 0)
                {
                    state.Notice = notice;
                }
            });
        }
        catch (OperationCanceledException)
        {
            End(job, folder, JobState.Cancelled, "");
        }
        catch (GrooveGuruException error)
        {
            End(job, folder, JobState.Failed, error.Message);
        }
        catch (IOException error)
        {
            End(job, folder, JobState.Failed, $"The files could not be written: {error.Message}");
        }
        catch (Exception error)
        {
            // The worker is the outermost frame: one failing job must not end the queue.
            LogJobFailed(error, request.JobId);
            End(job, folder, JobState.Failed, "The job failed; the bridge's log says why.");
        }
    }

    // A preview is listened to; a copy of it for the project would only be as large again.
    private static bool IsDragged(string path) => Path.GetFileName(path) != MidiPreview.FileName;

    private static JobFile ToFile(string path, string drop) => new()
    {
        Path = path,
        Name = Path.GetFileNameWithoutExtension(path),
        Bytes = new FileInfo(path).Length,
        DropPath = drop,
    };

    private static string Hash(Func<IAudioSource> open, CancellationToken cancellation)
    {
        using IAudioSource source = open();
        return AudioHash.Compute(source, null, cancellation);
    }

    private static void End(JobEntry job, string? folder, JobState ended, string error)
    {
        if (folder is not null)
        {
            ContentLibrary.Abandon(folder);
        }

        job.Update(state =>
        {
            (state.State, state.Phase, state.Error) = (ended, ended.ToString(), error);
            state.ClearEtaSeconds();
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{JobId} failed")]
    private partial void LogJobFailed(Exception error, string jobId);
}
