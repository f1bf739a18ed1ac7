using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>What work is done on.</summary>
/// <param name="Open">Opens the audio from its beginning; each source is the caller's to dispose.</param>
/// <param name="Project">Where it lies in its project; null for a file.</param>
internal sealed record WorkInput(Func<IAudioSource> Open, ProjectTime? Project);
