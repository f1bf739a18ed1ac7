using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>What work is done on.</summary>
/// <param name="Open">Opens the audio from its beginning; each source is the caller's to dispose.</param>
/// <param name="Project">Where it lies in its project; null for a file.</param>
/// <param name="Name">What the track or the file is called; null where nobody calls it anything.</param>
/// <param name="Role">What the user says that it is; null where nothing was said.</param>
internal sealed record WorkInput(Func<IAudioSource> Open, ProjectTime? Project, string? Name = null, TrackRole? Role = null);
