namespace GrooveGuru.Core.Rhythm;

/// <content>Fitted as those of <see cref="PulseModel"/>, on the 550 pieces of its set whose beats were right.</content>
internal static partial class MeterModel
{
    // [MeterFeatures.Count]
    private static readonly float[] Weights =
    [
        0.2364f, 1.5677f, -0.1927f, 0.9979f, -0.641f, -0.5837f, -0.137f, 0.9612f, 2.4068f, 2.8891f, -0.9211f, -0.5875f, 0.1634f, 1.1115f, -0.5354f,
        -0.609f, 0.1769f, 0.9762f, 2.3699f, 1.3307f, 0.6847f, -0.9802f, 0.41f, 1.123f, -1.4729f, -0.7219f, 0.7581f, 0.3412f, 2.5535f, 0.5956f,
        0.5096f, 0.5769f, -1.4843f, -0.2225f, -0.1922f, 0.0768f, 1.8945f, -1.4476f, 0.1782f, 1.2695f, 0.4327f, 0.4288f, 1.0119f, 1.4894f, 0.1611f,
        -0.3264f, -0.2716f, 0.5296f, 0.1555f, 0.2995f, 0.4865f, 1.378f, 0.8385f, -0.009f, 0.6968f, 1.8757f, 1.1598f, 0.0206f, 0.8064f, 0.158f,
        1.8037f,
    ];
}
