namespace GrooveGuru.Core.Tonality;

/// <content>
/// Written by the verb "key" of tools/GrooveGuru.Fitting, whose README says what the pieces are: 294 whole nott, 212 whole chorale,
/// and six cuts of each, of 6 to 30 s. None of them is in the shared set.
/// </content>
internal static partial class KeyModel
{
    // 12 degrees from the tonic up; bias; opening chords: tonic, relative, parallel; opening bass; closing chords: tonic,
    // parallel; cadences to the tonic; share of the tonic chord; share of the dominant seventh.
    private static readonly double[] MajorWeights =
    [
        17.05, -8.48, 14.32, -21.03, 14.61, 2.00, -8.44, 22.40, -22.88, 19.67, -49.52, 12.90,
        0.77, 5.38, -1.83, -1.85, 4.44, 0.80, 0.50, 0.31, 4.02, 7.26,
    ];

    private static readonly double[] MinorWeights =
    [
        21.32, -54.89, 22.47, 8.92, -10.40, 9.89, -10.78, 26.49, -0.38, -20.73, 21.45, -5.84,
        -0.77, 2.70, 3.19, 3.51, -1.13, 0.58, 2.82, 1.34, 6.57, 6.74,
    ];
}
