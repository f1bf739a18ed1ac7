namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>What the host plays, and which fields of the context are valid.</summary>
[Flags]
internal enum ProcessContextState : uint
{
    None = 0,
    Playing = 1 << 1,
    CycleActive = 1 << 2,
    Recording = 1 << 3,
    SystemTimeValid = 1 << 8,
    ProjectTimeMusicValid = 1 << 9,
    TempoValid = 1 << 10,
    BarPositionValid = 1 << 11,
    CycleValid = 1 << 12,
    TimeSignatureValid = 1 << 13,
    ContinuousTimeValid = 1 << 17,
}
