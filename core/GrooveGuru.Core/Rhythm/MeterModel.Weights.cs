namespace GrooveGuru.Core.Rhythm;

/// <content>Fitted as those of <see cref="PulseModel"/>, on the 896 pieces of its set whose beats were right.</content>
internal static partial class MeterModel
{
    // [MeterFeatures.Count]
    private static readonly float[] Weights =
    [
        0.7027f, 1.8137f, -0.1311f, 1.4258f, -0.8568f, -0.7415f, -0.0799f, 1.0375f, 3.1576f, 3.4993f, -1.4042f, -0.7572f, 0.3739f, 1.3063f, -0.7552f,
        -0.07f, 0.3323f, 1.0943f, 2.6628f, 1.1199f, 0.7015f, -1.0565f, 0.1913f, 1.4449f, -2.0111f, -0.317f, 1.191f, 0.1407f, 3.0109f, 0.6615f,
        0.2382f, 0.6046f, -1.5251f, -0.1473f, 0.1f, -0.0206f, 2.1803f, -1.7089f, 0.4375f, 2.2468f, 0.8823f, 0.6016f, 1.0424f, 1.4352f, 0.1625f,
        -0.5658f, -0.0819f, 0.5636f, 0.5333f, 0.1417f, 0.3374f, 2.0527f, 0.958f, 0.2338f, 0.8733f, 2.1058f, 1.3246f, 0.3867f, 1.2607f, 0.2246f,
        1.9872f,
    ];
}
