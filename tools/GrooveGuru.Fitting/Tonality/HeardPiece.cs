using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Features.Stages;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Fitting.Tonality;

/// <summary>What the tonal models read of some audio, as the analysis hears it.</summary>
/// <param name="Chroma">The frames, finished.</param>
/// <param name="Silence">Whether the audio begins and ends in silence.</param>
internal sealed record HeardPiece(ChromaExtractor Chroma, EdgeSilence Silence)
{
    /// <summary>Hears audio.</summary>
    /// <param name="mono">The mono mix at 22 050 Hz.</param>
    public static HeardPiece Hear(ReadOnlySpan<float> mono)
    {
        var slicer = new FrameSlicer(AnalysisRate.LongFrameLength, AnalysisRate.LongHopLength);
        var spectrum = new FrameSpectrum(AnalysisRate.LongFrameLength);
        var chroma = new ChromaExtractor(AnalysisRate.SampleRateHz, AnalysisRate.LongFrameLength);
        var silence = new EdgeSilence(AnalysisRate.SampleRateHz);
        silence.Process(mono);
        slicer.Write(mono);
        slicer.End();
        while (slicer.TryNext(out ReadOnlySpan<float> frame))
        {
            spectrum.Measure(frame);
            chroma.Process(spectrum.Power);
        }

        chroma.Finish();
        return new HeardPiece(chroma, silence);
    }
}
