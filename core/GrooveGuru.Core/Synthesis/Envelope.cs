namespace GrooveGuru.Core.Synthesis;

/// <summary>Level of a note over its life: linear attack, exponential decay to a sustained level, exponential release.</summary>
/// <param name="AttackSeconds">Time from silence to full level, s, 0 or more.</param>
/// <param name="DecaySeconds">Time constant of the fall to the sustained level, s, positive.</param>
/// <param name="SustainLevel">Level held while the key is down, 0 to 1.</param>
/// <param name="ReleaseSeconds">Time constant of the fall after the key is let go, s, positive.</param>
public sealed record Envelope(double AttackSeconds, double DecaySeconds, double SustainLevel, double ReleaseSeconds)
{
    /// <summary>Time constants after which a release has fallen by 80 dB and a note counts as over.</summary>
    private const double ReleaseTimeConstants = 9.2;

    /// <summary>How long a note sounds after its key is let go, s.</summary>
    public double TailSeconds => ReleaseSeconds * ReleaseTimeConstants;

    /// <summary>Level at a time after the key went down, 0 to 1.</summary>
    /// <param name="timeSeconds">Time since the key went down, s.</param>
    /// <param name="heldSeconds">How long the key is held, s.</param>
    public double LevelAt(double timeSeconds, double heldSeconds) => timeSeconds < heldSeconds
        ? HeldLevel(timeSeconds)
        : HeldLevel(heldSeconds) * Math.Exp(-(timeSeconds - heldSeconds) / ReleaseSeconds);

    private double HeldLevel(double timeSeconds) => timeSeconds < AttackSeconds
        ? timeSeconds / AttackSeconds
        : SustainLevel + ((1 - SustainLevel) * Math.Exp(-(timeSeconds - AttackSeconds) / DecaySeconds));
}
