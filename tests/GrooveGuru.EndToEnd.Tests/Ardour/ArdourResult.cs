using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Audio;
using GrooveGuru.EndToEnd.Tests.Processes;

namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>What came of one pass through Ardour.</summary>
/// <param name="Description">What Ardour's scanner wrote about the bundle.</param>
/// <param name="Created">Output of making the session.</param>
/// <param name="Played">Output of playing it.</param>
/// <param name="Exported">Output of exporting it.</param>
/// <param name="Logs">What plugin and bridge logged.</param>
/// <param name="Track">The track as the bridge knew it after playing; null where there was no bridge or no track.</param>
/// <param name="Report">Its report.</param>
/// <param name="WithPlugin">The export with the plugin on the track.</param>
/// <param name="WithoutPlugin">The export without it.</param>
internal sealed record ArdourResult(
    string Description,
    ProcessOutput Created,
    ProcessOutput Played,
    ProcessOutput Exported,
    string Logs,
    TrackSummary? Track,
    TrackReport? Report,
    AudioBuffer? WithPlugin,
    AudioBuffer? WithoutPlugin);
