using System.Runtime.InteropServices;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>
/// One track's captured audio on the project's timeline. Samples live in a file that is deleted with the track, in pages of one
/// second, so memory stays flat however long the track plays and wherever in the project it starts. Playing a place again
/// replaces what was there. Silence before the first sound and after the last is no part of the song: a transport that rolls on
/// changes nothing of what is read. Where nothing sounds at all, the silence is read.
/// </summary>
internal sealed class CaptureTimeline : IDisposable
{
    private const double BridgedGapSeconds = 1, GapInWorkSeconds = 600, TailInWorkSeconds = 5;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, Page> _pages = [];
    private readonly SoundingStretch _sounding = new();
    private readonly string _folder;
    private readonly long _maxFrames;
    private CaptureFile? _file;
    private CaptureMark? _mark;
    private long _lastPage = long.MinValue;
    private int _users = 1;

    /// <summary>An empty timeline.</summary>
    /// <param name="folder">Where its file is made, at the first sample.</param>
    /// <param name="sampleRateHz">Sample rate in Hz.</param>
    /// <param name="channelCount">Channels.</param>
    /// <param name="maxSeconds">The longest capture that is kept, s.</param>
    public CaptureTimeline(string folder, int sampleRateHz, int channelCount, double maxSeconds)
    {
        _folder = folder;
        SampleRateHz = sampleRateHz;
        ChannelCount = channelCount;
        _maxFrames = (long)(maxSeconds * sampleRateHz);
    }

    /// <summary>Sample rate in Hz.</summary>
    public int SampleRateHz { get; }

    /// <summary>Channels.</summary>
    public int ChannelCount { get; }

    /// <summary>Frames held.</summary>
    public long HeardFrames { get; private set; }

    private int PageFrames => SampleRateHz;

    private int FrameBytes => ChannelCount * sizeof(float);

    /// <summary>Puts samples at a position of the timeline.</summary>
    /// <param name="positionFrames">Project position of the first frame; may be negative (a count-in).</param>
    /// <param name="interleaved">Samples, interleaved 32-bit float, as bytes.</param>
    /// <returns>Whether they were kept; false when the capture is full.</returns>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public bool Write(long positionFrames, ReadOnlySpan<byte> interleaved)
    {
        lock (_gate)
        {
            _mark?.Note(positionFrames);
            while (interleaved.Length >= FrameBytes)
            {
                long number = PageOf(positionFrames, out long offset);
                int frames = (int)Math.Min(PageFrames - offset, interleaved.Length / FrameBytes);
                if (!_pages.TryGetValue(number, out Page? page))
                {
                    if ((long)_pages.Count * PageFrames >= _maxFrames)
                    {
                        return false;
                    }

                    _file ??= new CaptureFile(_folder);
                    page = new Page(_pages.Count);
                }

                long fileOffset = ((long)page.Slot * PageFrames + offset) * FrameBytes;
                _file!.Write(fileOffset, interleaved[..(frames * FrameBytes)]);
                _pages.TryAdd(number, page); // only now, so that a full disk leaves no page without samples
                _lastPage = Math.Max(_lastPage, number);
                if (_sounding.Note(positionFrames, MemoryMarshal.Cast<byte, float>(interleaved[..(frames * FrameBytes)]), frames))
                {
                    _mark?.NoteFirstSound();
                }

                HeardFrames += page.Covered.Add((int)offset, (int)offset + frames);
                positionFrames += frames;
                interleaved = interleaved[(frames * FrameBytes)..];
            }

            return true;
        }
    }

    /// <summary>
    /// What has been heard until now, in the timeline's order. Gaps up to a second (lost blocks) read as silence, longer ones (parts
    /// that were never played) are left out.
    /// </summary>
    /// <returns>A source of its own, unaffected by what is written later except where the same place is played again.</returns>
    public IAudioSource OpenSource() => OpenSource(ListSpans());

    /// <summary>A source over spans that <see cref="ListSpans"/> gave.</summary>
    /// <exception cref="GrooveGuruException">The capture has been released meanwhile.</exception>
    public IAudioSource OpenSource(IReadOnlyList<CaptureSpan> spans)
    {
        lock (_gate)
        {
            if (_users == 0)
            {
                throw new GrooveGuruException("The track's capture has gone: its plugin was removed or plays at another rate now. Play it again.");
            }

            _users++;
            return new CaptureSource(this, spans);
        }
    }

    /// <summary>What has been heard until now, as places of the capture file in the timeline's order.</summary>
    public IReadOnlyList<CaptureSpan> ListSpans() => Spans(BridgedGapSeconds, isForWork: false);

    /// <summary>
    /// The same as it lies in the project, for what is put beside it: from the first place that was played on, gaps up to ten minutes and
    /// the silence of a count-in are silence; of silence behind the last sound some seconds are left.
    /// </summary>
    public IReadOnlyList<CaptureSpan> ListSpansForWork() => Spans(GapInWorkSeconds, isForWork: true);

    private List<CaptureSpan> Spans(double bridgedGapSeconds, bool isForWork)
    {
        lock (_gate)
        {
            (long Start, long End) window = isForWork
                ? (long.MinValue, _sounding.Any ? _sounding.Window.End + (long)(TailInWorkSeconds * SampleRateHz) : long.MaxValue)
                : _sounding.Window;
            long end = long.MinValue;
            List<CaptureSpan> spans = [];
            foreach ((long number, Page page) in _pages)
            {
                AddSpans(spans, number, page, bridgedGapSeconds, window, ref end);
            }

            return spans;
        }
    }

    /// <summary>A mark at the beginning, to read on from as the capture grows; an earlier mark is forgotten.</summary>
    public CaptureMark SetMark()
    {
        lock (_gate)
        {
            return _mark = new CaptureMark();
        }
    }

    /// <summary>
    /// What the capture holds behind a mark, which moves to the end: the parts together are what <see cref="OpenSource()"/> reads,
    /// as long as the mark is not disturbed.
    /// </summary>
    /// <param name="mark">The mark.</param>
    /// <param name="evenIfSilent">Whether to read where nothing has sounded yet; the first sound then disturbs the mark.</param>
    /// <returns>A source over the new part; null where there is none.</returns>
    public IAudioSource? ReadOn(CaptureMark mark, bool evenIfSilent)
    {
        lock (_gate)
        {
            if (!_sounding.Any && !evenIfSilent)
            {
                return null;
            }

            List<CaptureSpan> spans = [];
            long end = mark.EndFrames;
            foreach ((long number, Page page) in PagesFrom(end))
            {
                AddSpans(spans, number, page, BridgedGapSeconds, _sounding.Window, ref end);
            }

            mark.MoveTo(end);
            return spans.Count == 0 ? null : OpenSource(spans);
        }
    }

    /// <summary>Project position of the first frame held; null when nothing is.</summary>
    public long? FirstPositionFrames
    {
        get
        {
            lock (_gate)
            {
                foreach ((long number, Page page) in _pages)
                {
                    return (number * PageFrames) + page.Covered.Ranges[0].Start;
                }

                return null;
            }
        }
    }

    /// <summary>Reads interleaved frames at a place of the file.</summary>
    internal void ReadFile(long fileFrame, Span<float> interleaved) => _file!.Read(fileFrame * FrameBytes, MemoryMarshal.AsBytes(interleaved));

    /// <summary>Releases the timeline; its file goes with the last source that reads it.</summary>
    public void Dispose() => Release();

    /// <summary>One reader or the owner is done.</summary>
    internal void Release()
    {
        lock (_gate)
        {
            if (--_users == 0)
            {
                _file?.Dispose();
            }
        }
    }

    // Page by page where the capture goes on; over all pages where it leaps far ahead.
    private IEnumerable<KeyValuePair<long, Page>> PagesFrom(long positionFrames)
    {
        if (positionFrames == long.MinValue)
        {
            return _pages;
        }

        long first = PageOf(positionFrames, out _);
        return _lastPage - first > _pages.Count
            ? _pages.Where(page => page.Key >= first)
            : Enumerable.Range(0, (int)Math.Max(0, _lastPage - first + 1)).Select(step => first + step).Where(_pages.ContainsKey).Select(number => KeyValuePair.Create(number, _pages[number]));
    }

    private long PageOf(long positionFrames, out long offset)
    {
        long number = Math.DivRem(positionFrames, PageFrames, out offset);
        if (offset >= 0)
        {
            return number;
        }

        offset += PageFrames;
        return number - 1;
    }

    // What a page holds behind a place of the timeline; a short gap before it reads as silence.
    private void AddSpans(List<CaptureSpan> spans, long number, Page page, double bridgedGapSeconds, (long Start, long End) window, ref long previousEnd)
    {
        long bridgedFrames = (long)(bridgedGapSeconds * SampleRateHz), first = number * PageFrames;
        foreach ((int rangeStart, int rangeEnd) in page.Covered.Ranges)
        {
            long start = Math.Max(Math.Max(first + rangeStart, previousEnd), window.Start), end = Math.Min(first + rangeEnd, window.End);
            if (start >= end)
            {
                continue;
            }

            if (previousEnd != long.MinValue && start > previousEnd && start - previousEnd <= bridgedFrames)
            {
                spans.Add(new CaptureSpan(-1, (int)(start - previousEnd)));
            }

            spans.Add(new CaptureSpan(((long)page.Slot * PageFrames) + (start - first), (int)(end - start)));
            previousEnd = end;
        }
    }

    private sealed record Page(int Slot)
    {
        public FrameRanges Covered { get; } = new();
    }
}
