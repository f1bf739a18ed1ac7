namespace GrooveGuru.Core.Advice;

/// <summary>The long-term spectrum that mixed popular music has on average, in third octaves.</summary>
/// <remarks>
/// The shape is the one found over the charts by Pestana, Ma, Reiss, Barbosa and Black 2013 (AES 135, "Spectral characteristics of
/// popular commercial recordings 1950-2010") and over 12345 tracks by Elowsson and Friberg 2017 (AES 142, convention paper 9762):
/// a plateau up to about 100 Hz, then a fall of about 5 dB per octave of the power density to 4 kHz, and a steeper one above
/// (here 7). In bands of constant relative width that is 3 dB per octave less: 2 and 4. Below 60 Hz it falls, here by 12 dB per octave.
/// It describes mixes of many instruments; a single instrument may differ from it by 20 dB and be right.
/// </remarks>
public static class TonalBalanceReference
{
    private const double PlateauEndHz = 100;
    private const double PlateauStartHz = 60;
    private const double KneeHz = 4000;
    private const double LowSlopeDbPerOctave = 12;
    private const double MidSlopeDbPerOctave = -2;
    private const double HighSlopeDbPerOctave = -4;

    /// <summary>Level of a third-octave band relative to the one at 1 kHz.</summary>
    /// <param name="frequencyHz">Middle of the band, Hz, positive.</param>
    /// <returns>dB.</returns>
    public static double LevelDb(double frequencyHz)
    {
        double plateauDb = MidSlopeDbPerOctave * Math.Log2(PlateauEndHz / 1000);
        return frequencyHz switch
        {
            < PlateauStartHz => plateauDb + (LowSlopeDbPerOctave * Math.Log2(frequencyHz / PlateauStartHz)),
            < PlateauEndHz => plateauDb,
            < KneeHz => MidSlopeDbPerOctave * Math.Log2(frequencyHz / 1000),
            _ => (MidSlopeDbPerOctave * Math.Log2(KneeHz / 1000)) + (HighSlopeDbPerOctave * Math.Log2(frequencyHz / KneeHz)),
        };
    }
}
