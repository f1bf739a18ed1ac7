namespace GrooveGuru.Bridge.Reporting;

/// <summary>One line of a table of measures.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The value with its unit; "–" where there is none.</param>
/// <param name="Words">What it means, or why there is none; may be empty.</param>
/// <param name="Sure">How sure it is, in percent; may be empty.</param>
internal readonly record struct MeasureRow(string Name, string Value, string Words = "", string Sure = "");
