using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>A track with one fault or none, as the fault model sees it.</summary>
/// <param name="Group">The song it is from: all of one stays on one side of a split.</param>
/// <param name="IsHeld">Whether it is kept for judging.</param>
/// <param name="IsFast">Whether reverb can be a fault of it.</param>
/// <param name="Class">0 for a clean one, else 1 + its place in <see cref="FaultModel.Cases"/>.</param>
/// <param name="Weight">How often it counts.</param>
/// <param name="Signs">Its signs.</param>
internal sealed record FaultRow(string Group, bool IsHeld, bool IsFast, int Class, double Weight, float[] Signs)
{
    /// <summary>Its fault; null for a clean track.</summary>
    public FaultCase? Fault => Class == 0 ? null : FaultModel.Cases[Class - 1];
}
