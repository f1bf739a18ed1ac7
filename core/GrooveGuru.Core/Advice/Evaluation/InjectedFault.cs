using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>A track with one fault.</summary>
/// <param name="Case">The fault.</param>
/// <param name="Audio">The track with it, planar.</param>
/// <param name="FrequencyHz">Where the shelf or bell lies, Hz; null for other faults.</param>
public sealed record InjectedFault(FaultCase Case, AudioBuffer Audio, double? FrequencyHz = null);
