namespace GrooveGuru.Core.Advice;

/// <summary>What a change must leave as it is: a measure that has to stay between two values.</summary>
/// <param name="MeasureId">The feature or extended measure.</param>
/// <param name="Min">The lowest value allowed after the change, in the measure's unit; null where there is none.</param>
/// <param name="Max">The highest value allowed after the change, in the measure's unit; null where there is none.</param>
public sealed record Guard(string MeasureId, double? Min = null, double? Max = null)
{
    /// <summary>Whether a value is allowed; one that cannot be measured is not.</summary>
    public bool Allows(double? value) => value is double known && !(known < Min) && !(known > Max);
}
