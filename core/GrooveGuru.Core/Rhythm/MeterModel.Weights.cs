namespace GrooveGuru.Core.Rhythm;

/// <content>Fitted as those of <see cref="PulseModel"/>, on the 866 pieces of its set whose beats were right.</content>
internal static partial class MeterModel
{
    // [MeterFeatures.Count]
    private static readonly float[] Weights =
    [
        0.6256f, 1.8164f, -0.1185f, 1.4307f, -0.8595f, -0.7636f, -0.0689f, 1.0297f, 3.1145f, 3.4127f, -1.2099f, -0.7921f, 0.2698f, 1.3067f, -0.6514f,
        -0.8544f, 0.2492f, 0.9984f, 2.8912f, 1.3715f, 0.5843f, -1.0243f, 0.2947f, 1.3907f, -1.8841f, -0.4454f, 1.1236f, 0.167f, 2.9682f, 0.5857f,
        0.2755f, 0.6336f, -1.4485f, -0.2091f, 0.0109f, -0.0219f, 2.1723f, -1.7847f, 0.3269f, 1.3495f, 0.6281f, 0.4939f, 1.139f, 1.638f, 0.2027f,
        -0.3018f, -0.0901f, 0.5816f, 0.3636f, 0.2541f, 0.3866f, 1.7954f, 0.9875f, 0.2553f, 0.7589f, 2.1582f, 1.1763f, 0.1238f, 1.1812f, 0.2386f,
        1.9592f,
    ];
}
