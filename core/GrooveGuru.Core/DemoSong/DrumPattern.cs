using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Core.DemoSong;

/// <summary>What the drummer plays in each section.</summary>
internal static class DrumPattern
{
    /// <summary>Swing: how much later the off-beat eighths come, beats.</summary>
    private const double SwingBeats = 0.02;

    /// <summary>Plays one bar.</summary>
    public static void Play(DemoSongComposer player, double barBeat, string section, int bar, int bars, bool lastOfSong)
    {
        if (lastOfSong)
        {
            player.AddStroke(DrumVoice.Kick, barBeat, 112);
            player.AddStroke(DrumVoice.Crash, barBeat, 105);
            return;
        }

        bool fill = bar == bars - 1;
        bool intro = section == "intro";
        if (bar == 0 && !intro)
        {
            player.AddStroke(DrumVoice.Crash, barBeat, 98);
        }

        PlayHats(player, barBeat, section, fill);
        if (intro && bar < 2)
        {
            player.AddStroke(DrumVoice.Kick, barBeat, 100);
            player.AddStroke(DrumVoice.Kick, barBeat + 2, 92);
            return;
        }

        double[] kicks = section == "B" ? [0, 0.75, 2, 2.75] : [0, 1.5, 2];
        foreach (double kick in kicks)
        {
            player.AddStroke(DrumVoice.Kick, barBeat + kick, kick % 1 == 0 ? 110 : 90);
        }

        player.AddStroke(DrumVoice.Snare, barBeat + 1, 104);
        player.AddStroke(DrumVoice.Snare, barBeat + 3, 108);
        if (fill)
        {
            player.AddStroke(DrumVoice.Snare, barBeat + 3.25, 66);
            player.AddStroke(DrumVoice.Snare, barBeat + 3.5, 84);
            player.AddStroke(DrumVoice.Snare, barBeat + 3.75, 98);
        }
        else if (bar % 2 == 1)
        {
            player.AddStroke(DrumVoice.Snare, barBeat + 2.75, 42);
        }
    }

    private static void PlayHats(DemoSongComposer player, double barBeat, string section, bool fill)
    {
        for (int eighth = 0; eighth < (fill ? 6 : 8); eighth++)
        {
            bool offBeat = eighth % 2 == 1;
            bool open = offBeat && section == "B";
            double beat = barBeat + (eighth / 2.0) + (offBeat ? SwingBeats : 0);
            player.AddStroke(open ? DrumVoice.OpenHat : DrumVoice.ClosedHat, beat, offBeat ? 68 : eighth % 4 == 0 ? 92 : 82);
        }
    }
}
