namespace GrooveGuru.Core.Tonality;

/// <content>
/// Written by the verb "chords" of tools/GrooveGuru.Fitting, whose README says what the pieces are; frames:
/// 42913 of 294 nott, 17829 of 212 chorale, 555 of 72 drum. None of them is in the shared set. Held to the plain notes of each kind (weight 2, the root in the bass 1).
/// </content>
internal static partial class ChordModel
{
    private const float NoChordBias = 2.35f;
    private const float NoChordFlatness = 2.30f;
    private const float NoChordLevel = -1.18f;

    // From the root up.
    private static readonly float[] Kinds =
    [
        // Major: all, bass, bias.
        3.74f, -3.43f, 2.02f, -4.32f, 4.06f, -1.15f, -2.09f, 4.03f, -0.98f, -0.74f, -4.03f, 1.55f,
        3.48f, 0.89f, -0.93f, -0.21f, 1.68f, -0.01f, 0.02f, 1.64f, -0.33f, -1.65f, -1.08f, -0.69f,
        0.95f,
        // Minor: all, bass, bias.
        4.65f, -3.39f, 1.99f, 4.12f, -2.90f, -0.18f, -3.32f, 5.20f, -4.29f, -1.70f, 1.54f, -1.90f,
        3.78f, 0.12f, -0.78f, 1.82f, -2.09f, -0.09f, -0.33f, 2.08f, -0.87f, -1.95f, -2.12f, -0.10f,
        -1.16f,
        // Seventh: all, bass, bias.
        3.21f, -4.49f, 2.32f, -5.67f, 2.86f, 0.79f, -4.07f, 3.25f, -0.93f, -1.29f, 3.50f, -0.45f,
        3.48f, -0.16f, -1.96f, -0.04f, 1.86f, -0.48f, 0.12f, 1.25f, -1.12f, -1.46f, 1.74f, -0.83f,
        -0.36f,
        // Diminished: all, bass, bias.
        4.53f, 1.57f, -3.46f, 4.83f, -1.38f, -1.98f, 4.82f, 0.41f, -3.22f, -3.69f, 2.27f, -3.83f,
        0.88f, -0.77f, -0.36f, 2.18f, -0.51f, -0.07f, 0.92f, -1.89f, -1.49f, -1.62f, -2.12f, -1.54f,
        -1.78f,
    ];
}
