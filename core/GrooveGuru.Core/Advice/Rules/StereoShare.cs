namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Stereo width as the share of the side in the energy.</summary>
internal static class StereoShare
{
    /// <summary>The share after the side alone was turned up or down.</summary>
    /// <param name="share">Share of the side, 0–1.</param>
    /// <param name="sideGain">Gain of the side, linear.</param>
    internal static double AfterSide(double share, double sideGain)
    {
        double side = share * sideGain * sideGain;
        return side + (1 - share) > 0 ? side / (side + (1 - share)) : 0;
    }
}
