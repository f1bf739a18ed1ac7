using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Reports;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>What was heard of a source and what is said about it.</summary>
/// <param name="Report">The report on all of it.</param>
/// <param name="Audio">The part that advice was tried on, planar.</param>
/// <param name="StartSeconds">Where that part begins, s.</param>
internal sealed record JudgedAudio(TrackReport Report, AudioBuffer Audio, double StartSeconds);
