using GrooveGuru.Core.Errors;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.Listening;

/// <summary>
/// Lets the user listen to a preview through the plugin: one at a time, each read by a thread of its own, which ends with it. Nothing here
/// is saved, and nothing begins by itself.
/// </summary>
/// <param name="processor">The instance's way to the audio thread.</param>
/// <param name="tell">Shows the user a note.</param>
/// <param name="start">Starts a thread, or throws where the system gives none; null for the ordinary way.</param>
/// <param name="patience">How long a host may have nothing processed before the preview is given up; null for the ordinary time.</param>
internal sealed class PreviewPlayer(AudioProcessor processor, Action<string> tell, Action<Thread>? start = null, TimeSpan? patience = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Action<Thread> _start = start ?? (static thread => thread.Start());
    private Session? _session;

    /// <summary>What is heard; null for nothing; the same object as long as nothing changed. [any-thread]</summary>
    public ListeningState? State => Volatile.Read(ref _session)?.Hearing.State;

    /// <summary>Begins one from its beginning; another that is heard ends. [main-thread]</summary>
    /// <param name="path">The preview's file.</param>
    public void Listen(string path)
    {
        if (processor.Values.IsBypassed)
        {
            tell(ListeningWords.Bypassed);
            return;
        }

        if (processor.ActiveRateHz is not { } sampleRateHz)
        {
            tell(ListeningWords.Inactive);
            return;
        }

        lock (_gate)
        {
            Session? before = _session;
            before?.Hearing.Stop();
            PreviewHearing hearing = new(processor, path, sampleRateHz, patience ?? Patience);
            Thread thread = new(() => Run(hearing, before)) { IsBackground = true, Name = "Groove Guru preview" };
            try
            {
                Volatile.Write(ref _session, new Session(hearing, thread));
                _start(thread);
            }
            catch (Exception error)
            {
                Faults.Report(error, "the start of the preview's thread");
                Volatile.Write(ref _session, null);
                tell(ListeningWords.NoThread);
            }
        }
    }

    /// <summary>Ends what is heard, with a fade. [main-thread]</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _session?.Hearing.Stop();
        }
    }

    /// <summary>Ends what is heard, at once; its thread has ended when this returns, but for one that waits for a dead disk. [main-thread]</summary>
    public void EndNow()
    {
        Session? last;
        lock (_gate)
        {
            last = _session;
            last?.Hearing.Abandon();
        }

        if (last is not null && (last.Thread.ThreadState & ThreadState.Unstarted) == 0)
        {
            last.Thread.Join(EndLimit);
        }
    }

    private void Run(PreviewHearing hearing, Session? before)
    {
        try
        {
            before?.Thread.Join();
            PreviewEnd end = hearing.Run();
            string? why = hearing.WasGivenUp ? ListeningWords.GivenUp : ListeningWords.Ended(end, hearing.WasHeard);
            if (why is not null)
            {
                tell(why);
            }
        }
        catch (GrooveGuruException error)
        {
            tell(ListeningWords.Unreadable(error.Message));
        }
        catch (Exception error)
        {
            // A thread's exception would end the host.
            Faults.Report(error, "the preview");
            tell(ListeningWords.Failed);
        }
        finally
        {
            lock (_gate)
            {
                if (_session?.Hearing == hearing)
                {
                    Volatile.Write(ref _session, null);
                }
            }
        }
    }

    private sealed record Session(PreviewHearing Hearing, Thread Thread);
}
