using System.Buffers.Binary;
using Google.Protobuf.Collections;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>Pitch classes over time, with the chords above.</summary>
internal static class ChromaPlot
{
    private const int PitchClasses = 12;
    private const int MaxColumns = 1000;
    private const double PixelsPerLetter = 8;
    private const double FaintestChord = 0.1;
    private const double MinNamedConfidence = 0.3;
    private const int HeaderBytes = 54;
    private static readonly string[] Names = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    /// <summary>Draws it.</summary>
    public static string Draw(TrackReport report)
    {
        TrackSeries series = report.Series;
        SvgPlot plot = new("Chroma and chords over time", 280, (0, report.DurationSeconds), (0, PitchClasses + 1.5));
        int frames = series.Chroma.Count / PitchClasses;
        plot.TimeAxis(); // first, so that the picture covers its lines
        plot.Image(Picture(series.Chroma, frames), 0, frames * series.ChromaHopSeconds, 0, PitchClasses);
        for (int pitch = 0; pitch < PitchClasses; pitch++)
        {
            plot.Text("tick", 0, pitch + 0.5, Names[pitch] + "\u00a0", "end", 4);
        }

        int number = 0;
        foreach (LabelledSpan chord in report.Extended.Chords)
        {
            double pixels = (chord.EndSeconds - chord.StartSeconds) * plot.PixelsPerUnit;
            string style = chord.Label == "N" ? "chord none" : number++ % 2 == 0 ? "chord even" : "chord odd";
            plot.Box(
                style, chord.StartSeconds, chord.EndSeconds, PitchClasses + 0.2, PitchClasses + 1.4,
                $"{(chord.Label == "N" ? "No chord" : chord.Label)}, {SvgPlot.Clock(chord.StartSeconds)}, {chord.Confidence:P0} sure",
                FaintestChord + ((1 - FaintestChord) * Math.Clamp(chord.Confidence, 0, 1)));
            if (chord.Label != "N" && chord.Confidence >= MinNamedConfidence && pixels >= PixelsPerLetter * chord.Label.Length)
            {
                plot.Text("chordname", (chord.StartSeconds + chord.EndSeconds) / 2, PitchClasses + 0.8, chord.Label, "middle", 4);
            }
        }

        return plot.End();
    }

    // A bitmap of one pixel a cell: the browser scales it.
    private static string Picture(RepeatedField<float> chroma, int frames)
    {
        int together = Math.Max(1, (frames + MaxColumns - 1) / MaxColumns), columns = Math.Max(1, (frames + together - 1) / together);
        var pixels = new byte[HeaderBytes + (columns * PitchClasses * 4)];
        pixels[0] = (byte)'B';
        pixels[1] = (byte)'M';
        int[] header = [pixels.Length, 0, HeaderBytes, 40, columns, PitchClasses, 1 | (32 << 16), 0, 0, 2835, 2835, 0, 0];
        for (int field = 0; field < header.Length; field++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(pixels.AsSpan(2 + (4 * field)), header[field]);
        }

        // Rows of a bitmap go from the bottom up, as the pitches do.
        for (int pitch = 0; pitch < PitchClasses; pitch++)
        {
            for (int column = 0; column < columns; column++)
            {
                float strongest = 0;
                for (int frame = column * together; frame < Math.Min(frames, (column + 1) * together); frame++)
                {
                    strongest = Math.Max(strongest, chroma[(frame * PitchClasses) + pitch]);
                }

                Shade(pixels.AsSpan(HeaderBytes + (4 * ((pitch * columns) + column)), 4), Math.Clamp(strongest * 2.5, 0, 1));
            }
        }

        return "data:image/bmp;base64," + Convert.ToBase64String(pixels);
    }

    // From near black over violet to warm yellow.
    private static void Shade(Span<byte> bgra, double strength)
    {
        bgra[0] = (byte)(50 + (120 * Math.Sin(Math.PI * strength)));
        bgra[1] = (byte)(20 + (205 * strength * strength));
        bgra[2] = (byte)(25 + (225 * strength));
        bgra[3] = 255;
    }
}
