using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>A track with none, one or two faults, as the fault model sees it.</summary>
/// <param name="Group">The song it is from: all of one stays on one side of a split.</param>
/// <param name="IsHeld">Whether it is kept for judging.</param>
/// <param name="Faults">The faults that were made: "dull_top/weak+narrow_image/strong"; "clean" for none.</param>
/// <param name="Targets">1 for each of <see cref="FaultModel.Cases"/> that is there at this strength or more, else 0.</param>
/// <param name="Signs">Its signs.</param>
internal sealed record FaultRow(string Group, bool IsHeld, string Faults, float[] Targets, float[] Signs)
{
    /// <summary>Whether nothing is wrong with it.</summary>
    public bool IsClean => Faults == "clean";

    /// <summary>What each case's target is for such faults.</summary>
    public static float[] TargetsOf(string faults)
    {
        string[] made = faults.Split('+');
        return [.. FaultModel.Cases.Select(asked => FaultModel.Cases.Any(
            there => there.Kind == asked.Kind && there.Strength >= asked.Strength && made.Contains(there.Id)) ? 1f : 0f)];
    }
}
