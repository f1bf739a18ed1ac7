namespace GrooveGuru.Core.DemoSong;

/// <summary>Everything that is known about the demo song because we wrote it.</summary>
/// <param name="TempoBpm">Tempo, BPM; it does not change.</param>
/// <param name="Key">Tonic and mode: "D minor".</param>
/// <param name="MeterNumerator">Quarter notes in a bar.</param>
/// <param name="StartOffsetSeconds">Where bar 1 starts in the audio, s.</param>
/// <param name="BeatsSeconds">All beats, s, first downbeat first.</param>
/// <param name="Notes">All notes of all parts, by onset.</param>
/// <param name="Sections">The form.</param>
/// <param name="PlantedFlaws">The mixing mistakes built in.</param>
public sealed record DemoSongTruth(
    double TempoBpm,
    string Key,
    int MeterNumerator,
    double StartOffsetSeconds,
    IReadOnlyList<double> BeatsSeconds,
    IReadOnlyList<DemoNote> Notes,
    IReadOnlyList<DemoSection> Sections,
    IReadOnlyList<PlantedFlaw> PlantedFlaws);
