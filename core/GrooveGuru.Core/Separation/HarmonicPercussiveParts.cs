using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Separation;

/// <summary>A piece of audio in two parts that sum to it.</summary>
/// <param name="Harmonic">What is sustained: voices, strings, keys, bass.</param>
/// <param name="Percussive">What is struck: drums, attacks.</param>
public sealed record HarmonicPercussiveParts(AudioBuffer Harmonic, AudioBuffer Percussive);
