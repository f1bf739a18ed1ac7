namespace GrooveGuru.Core.Mixing;

/// <summary>How a saturator bends loud samples. Every curve is odd, has the slope 1 at 0 and ends at ±1.</summary>
public enum SaturationCurve
{
    /// <summary>The hyperbolic tangent: bends early and softly.</summary>
    Tanh,

    /// <summary>A cubic that is flat from ±1.5 on: bends late and harder.</summary>
    SoftClip,
}
