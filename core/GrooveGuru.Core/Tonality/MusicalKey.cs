namespace GrooveGuru.Core.Tonality;

/// <summary>A tonic and a mode.</summary>
/// <param name="Tonic">Pitch class, 0 for C to 11 for B.</param>
/// <param name="Mode">Major or minor.</param>
public readonly record struct MusicalKey(int Tonic, KeyMode Mode)
{
    private static readonly string[] MajorNames = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
    private static readonly string[] MinorNames = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B"];

    /// <summary>The key in words, in its usual spelling: "A minor".</summary>
    public override string ToString() => Mode == KeyMode.Major ? $"{MajorNames[Tonic]} major" : $"{MinorNames[Tonic]} minor";
}
