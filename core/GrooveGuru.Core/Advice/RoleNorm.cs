namespace GrooveGuru.Core.Advice;

/// <summary>Where a measure lies on healthy tracks of one role.</summary>
/// <param name="Low">A tenth of them lies under this.</param>
/// <param name="Median">Half of them.</param>
/// <param name="High">A tenth of them lies over this.</param>
public sealed record RoleNorm(double Low, double Median, double High);
