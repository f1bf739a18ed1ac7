using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;

namespace GrooveGuru.Core.Tests.DemoSong;

public class DemoSongRendererTests
{
    private static DemoSongRendering Song => RenderedDemoSong.Value;

    [Fact]
    public void Render_Again_GivesTheSameBits()
    {
        DemoSongRendering again = DemoSongRenderer.Render();
        Assert.True(Song.Mix.Channel(0).SequenceEqual(again.Mix.Channel(0)));
        Assert.True(Song.Mix.Channel(1).SequenceEqual(again.Mix.Channel(1)));
        Assert.Equal(Song.Truth.Notes, again.Truth.Notes);
    }

    [Fact]
    public void RenderWithoutFlaws_IsTheSameSongUnboostedAndUncut()
    {
        DemoSongRendering clean = DemoSongRenderer.RenderWithoutFlaws();

        Assert.Empty(clean.Truth.PlantedFlaws);
        Assert.Equal(Song.Truth.Notes, clean.Truth.Notes);
        Assert.Equal(-1, 20 * Math.Log10(clean.Mix.Channels.Max(channel => channel.Max(Math.Abs))), 0.01);
        Assert.Equal(Song.Stems[DemoSongParts.Drums].Channels[0], clean.Stems[DemoSongParts.Drums].Channels[0]);
        Assert.True(TensorPrimitives.Norm<float>(clean.Stems[DemoSongParts.Bass].Channel(0))
            < 0.6 * TensorPrimitives.Norm<float>(Song.Stems[DemoSongParts.Bass].Channel(0)));
    }

    [Fact]
    public void Stems_SummedInOrder_AreTheMixBeforeGainAndClipping()
    {
        float gain = (float)Math.Pow(10, Song.FinalGainDb / 20);
        for (int channel = 0; channel < 2; channel++)
        {
            float[] expected = new float[Song.Mix.FrameCount];
            foreach (string part in DemoSongParts.All)
            {
                TensorPrimitives.Add(expected, Song.Stems[part].Channel(channel), expected);
            }

            for (int frame = 0; frame < expected.Length; frame++)
            {
                expected[frame] = Math.Clamp(expected[frame] * gain, -1f, 1f);
            }

            Assert.True(Song.Mix.Channel(channel).SequenceEqual(expected));
        }
    }

    [Fact]
    public void Mix_HasThePlantedClipping()
    {
        int clipped = Song.Mix.Channels.Sum(channel => channel.Count(sample => Math.Abs(sample) >= 1));
        Assert.InRange(clipped, 50, 2000);
        Assert.Contains(Song.Truth.PlantedFlaws, flaw => flaw.RuleId == "gain.clipping");
    }

    [Theory]
    [InlineData(DemoSongParts.Drums)]
    [InlineData(DemoSongParts.Bass)]
    [InlineData(DemoSongParts.Chords)]
    [InlineData(DemoSongParts.Lead)]
    public void Stem_EveryPart_IsAudibleAndFinite(string part)
    {
        AudioBuffer stem = Song.Stems[part];
        Assert.All(stem.Channels, channel => Assert.True(channel.All(float.IsFinite)));
        double rmsDb = 10 * Math.Log10(stem.Channels[0].Average(sample => (double)sample * sample));
        Assert.InRange(rmsDb, -26, -12);
    }

    [Fact]
    public void Stem_BeforeItsFirstNote_IsSilent()
    {
        foreach (string part in DemoSongParts.All)
        {
            double onset = Song.Truth.Notes.First(note => note.Part == part).OnsetSeconds;
            int frames = (int)(onset * Song.Mix.SampleRateHz);
            Assert.Equal(-1, Song.Stems[part].Channel(0)[..frames].IndexOfAnyExcept(0));
        }
    }

    [Fact]
    public void Truth_Beats_AreOnTheGridAndInTheAudio()
    {
        DemoSongTruth truth = Song.Truth;
        Assert.Equal(truth.StartOffsetSeconds, truth.BeatsSeconds[0]);
        Assert.All(
            truth.BeatsSeconds.Zip(truth.BeatsSeconds.Skip(1)),
            pair => Assert.Equal(60 / truth.TempoBpm, pair.Second - pair.First, 9));
        Assert.Equal(0, truth.BeatsSeconds.Count % truth.MeterNumerator);
        Assert.True(truth.BeatsSeconds[^1] < Song.Mix.DurationSeconds);
    }

    [Fact]
    public void Truth_Lead_IsOneVoiceInDMinor()
    {
        DemoNote[] lead = Song.Truth.Notes.Where(note => note.Part == DemoSongParts.Lead).ToArray();
        Assert.All(lead.Zip(lead.Skip(1)), pair => Assert.True(pair.First.OffsetSeconds <= pair.Second.OnsetSeconds + 0.005));
        int[] harmonicMinorAndSeventh = [2, 4, 5, 7, 9, 10, 1, 0];
        Assert.All(lead, note => Assert.Contains(note.MidiPitch % 12, harmonicMinorAndSeventh));
        Assert.Equal(2, lead[^1].MidiPitch % 12);
    }

    [Fact]
    public void Truth_Sections_FollowOneAnother() =>
        Assert.All(
            Song.Truth.Sections.Zip(Song.Truth.Sections.Skip(1)),
            pair => Assert.Equal(pair.First.EndSeconds, pair.Second.StartSeconds));
}
