using System.Globalization;
using System.Text.RegularExpressions;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Bridge.Reporting.Page;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Reports;

namespace GrooveGuru.Bridge.Advising;

/// <summary>
/// The folder that advice on one file is written to: report.json, report.html, and before and after of each recommendation to listen to,
/// but of one that changes only the level: equally loud, before and after would be the same.
/// </summary>
internal static partial class AdviceFolder
{
    /// <summary>The folder of the whole chain.</summary>
    public const string ChainFolder = "chain";

    /// <summary>The report for programs.</summary>
    public const string JsonFile = "report.json";

    /// <summary>The report for a browser.</summary>
    public const string PageFile = "report.html";

    /// <summary>Audio before the change.</summary>
    public const string BeforeFile = "before.wav";

    /// <summary>Audio after the change, equally loud.</summary>
    public const string AfterFile = "after.wav";

    /// <summary>The files whose names do not depend on what is recommended, relative to the folder.</summary>
    public static IEnumerable<string> FixedFiles =>
        [JsonFile, PageFile, Path.Combine(ChainFolder, BeforeFile), Path.Combine(ChainFolder, AfterFile)];

    /// <summary>Writes all of it, or nothing.</summary>
    /// <param name="folder">The folder; made where it is missing. What an earlier run left in it beside the new files is taken away.</param>
    /// <param name="input">The audio file, which is not written over.</param>
    /// <param name="judge">Gives what was heard and said, and its message, which receives folders and plots.</param>
    /// <param name="progress">0–1, of what comes after judging.</param>
    /// <param name="cancellation">Ends it early; nothing is left then.</param>
    /// <returns>The files.</returns>
    /// <exception cref="GrooveGuruException">The input lies where a file would be written.</exception>
    public static IReadOnlyList<string> Fill(
        string folder,
        string input,
        Func<(JudgedAudio Judged, Contracts.V1.TrackReport Report)> judge,
        IProgress<double> progress,
        CancellationToken cancellation)
    {
        IReadOnlyList<string> files = StagedFolder.Fill(folder, unfinished =>
        {
            (JudgedAudio judged, Contracts.V1.TrackReport report) = judge();
            NameFolders(judged, report);
            RefuseToOverwrite(folder, input, report);
            WritePairs(unfinished, judged, report, progress, cancellation);
            AtomicFile.Write(Path.Combine(unfinished, JsonFile), stream => ReportJson.Write(stream, [report]));
            AtomicFile.Write(Path.Combine(unfinished, PageFile), stream => ReportPage.Write(stream, report));
            cancellation.ThrowIfCancellationRequested();
        });
        RemoveEarlierPairs(folder, files);
        return files;
    }

    /// <summary>A name that any file system takes: "01-eq-low-end".</summary>
    /// <param name="number">From 1.</param>
    /// <param name="recommendationId">The recommendation.</param>
    public static string FolderName(int number, string recommendationId) => string.Create(
        CultureInfo.InvariantCulture, $"{number:00}-{Unsafe().Replace(recommendationId.ToLowerInvariant(), "-").Trim('-')}");

    private static void NameFolders(JudgedAudio judged, Contracts.V1.TrackReport report)
    {
        for (int index = 0; index < report.Recommendations.Count; index++)
        {
            report.Recommendations[index].Folder = AdviceText.ChangesOnlyLevel(report.Recommendations[index].Chain)
                ? ""
                : FolderName(index + 1, judged.Report.Recommendations[index].Id);
        }

        if (report.WholeChain is { } chain && !AdviceText.ChangesOnlyLevel(chain.Steps.Select(step => step.Processor)))
        {
            chain.Folder = ChainFolder;
        }
    }

    private static void RefuseToOverwrite(string folder, string input, Contracts.V1.TrackReport report)
    {
        string read = RealPath.Of(input);
        IEnumerable<string> pairs = report.Recommendations.Where(advice => advice.Folder.Length > 0).SelectMany(
            advice => (string[])[Path.Combine(advice.Folder, BeforeFile), Path.Combine(advice.Folder, AfterFile)]);
        foreach (string file in FixedFiles.Concat(pairs))
        {
            if (RealPath.Comparer.Equals(RealPath.Of(Path.Combine(folder, file)), read))
            {
                throw new GrooveGuruException($"{input} lies where {file} would be written; choose another folder with --out.");
            }
        }
    }

    private static void WritePairs(
        string folder, JudgedAudio judged, Contracts.V1.TrackReport report, IProgress<double> progress, CancellationToken cancellation)
    {
        WavFormat format = WorthyFormat(judged.Audio);
        int count = report.Recommendations.Count(advice => advice.Folder.Length > 0) + (report.WholeChain is { Folder.Length: > 0 } ? 1 : 0), done = 0;
        foreach ((Contracts.V1.Recommendation message, Core.Advice.Recommendation advice) in
            report.Recommendations.Zip(judged.Report.Recommendations).Where(pair => pair.First.Folder.Length > 0))
        {
            AudioBuffer part = advice is { TriedFromSeconds: { } from, TriedToSeconds: { } to }
                ? Excerpt.At(judged.Audio, from - judged.StartSeconds, to - judged.StartSeconds).Audio
                : judged.Audio;
            message.BeforeAfter = WritePair(Path.Combine(folder, message.Folder), part, advice.Chain, format, cancellation);
            message.BeforeAfter.FromSeconds = advice.TriedFromSeconds ?? judged.StartSeconds;
            progress.Report((double)++done / count);
        }

        if (judged.Report.WholeChain is { } chain && report.WholeChain is { Folder.Length: > 0 } chainMessage)
        {
            chainMessage.BeforeAfter = WritePair(
                Path.Combine(folder, ChainFolder), judged.Audio, chain.Chain, format, cancellation);
            chainMessage.BeforeAfter.FromSeconds = judged.StartSeconds;
            progress.Report(1);
        }
    }

    private static Contracts.V1.BeforeAfter WritePair(
        string folder, AudioBuffer before, IReadOnlyList<Core.Mixing.ProcessorSettings> chain, WavFormat format, CancellationToken cancellation)
    {
        ListeningPair pair = ListeningPair.Match(before, ChainRenderer.Render(before, chain, cancellation), cancellation);
        Directory.CreateDirectory(folder);
        WavFile.Write(Path.Combine(folder, BeforeFile), pair.Before, format);
        WavFile.Write(Path.Combine(folder, AfterFile), pair.After, format);
        bool touchesStereo = chain.Any(settings =>
            settings is Core.Mixing.StereoWidthSettings or Core.Mixing.StereoDelaySettings or Core.Mixing.ReverbSettings);
        return ChainMapping.ToMessage(Core.Reports.BeforeAfter.Measure(pair.Before, pair.After, cancellation), touchesStereo);
    }

    // What came from whole numbers of up to 24 bits loses nothing in 24 bits; what has more, or peaks over full scale, stays float.
    private static WavFormat WorthyFormat(AudioBuffer audio)
    {
        const float steps = 1 << 23;
        return audio.Channels.All(samples => Array.TrueForAll(samples, sample => sample is >= -1 and <= 1 && sample * steps == MathF.Round(sample * steps)))
            ? WavFormat.Pcm24
            : WavFormat.IeeeFloat32;
    }

    // An earlier run may have recommended more. Only folders that hold nothing but a pair are taken away.
    private static void RemoveEarlierPairs(string folder, IReadOnlyList<string> files)
    {
        HashSet<string> written = [.. files.Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))];
        foreach (string earlier in Directory.EnumerateDirectories(folder))
        {
            string name = Path.GetFileName(earlier);
            if (!written.Contains(name)
                && (name == ChainFolder || Numbered().IsMatch(name))
                && Directory.EnumerateFileSystemEntries(earlier).All(file => Path.GetFileName(file) is BeforeFile or AfterFile))
            {
                Directory.Delete(earlier, recursive: true);
            }
        }
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Unsafe();

    [GeneratedRegex("^[0-9]{2}-[a-z0-9-]+$")]
    private static partial Regex Numbered();
}
