namespace GrooveGuru.Bridge.Diagnosis;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Verdict">What the doctor thinks of it.</param>
/// <param name="Found">What there is.</param>
/// <param name="WhatToDo">What the user can do; null where there is nothing to do.</param>
internal sealed record Finding(string Subject, Verdict Verdict, string Found, string? WhatToDo = null);
