using System.Globalization;

namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>The words that producers name tracks with: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Japanese, Chinese.</summary>
internal static class RoleWords
{
    private const int Bus = 0, Describing = 1, Noun = 2;

    // Not by Unicode normalisation: it is not there where globalisation is invariant.
    private const string Accented = "àáâãäåąçćèéêëęìíîïłñńòóôõöøśùúûüýźż", Plainly = "aaaaaaacceeeeeiiiilnnoooooosuuuuyzz";

    private static readonly Dictionary<string, RoleWord> Known = new(StringComparer.Ordinal);

    private static readonly HashSet<string> Neutral = Set(
        "audio track trk spur piste pista traccia faixa inst instrument midi channel chan ch new untitled sample region clip file part take tk loop "
        + "stem stems bounce bounced print printed render rendered export rec recording record session copy dup edit edited ver version final raw dry "
        + "wet comp comped tuned clean dist direct di mic mics amp cab line in out inside outside top bot bottom close near far l r left right c lr lh "
        + "rh st stereo mono mid side m s a b d v up down low lo hi high main double dbl dubbed harm db ctr center centre bpm tempo key take only solo "
        + "group grp bus buss sum sub aux fx send ret return rev reverb verb delay dly eq compressed and the with und et y e of v");

    static RoleWords()
    {
        Add(Noun, [TrackRole.Drums],
            "drum drums drm drms dr drumkit kit kick kik kck kk bd bassdrum kd snare snr snares sn sd sdr rim rimshot sidestick hihat hihats hat hats hh "
            + "hho hhc oh ohs ohl ohr overhead overheads ovh ride crash cymbal cymbals cym tom toms floortom racktom perc percs percussion percussions clap claps "
            + "clp snap snaps shaker shkr shakers tamb tambourine cowbell conga congas bongo bongos cajon djembe tabla timpani timbale timbales triangle "
            + "clave claves woodblock guiro maracas breakbeat breakbeats gong schlagzeug trommel trommeln bassdrums becken rassel batterie caisse "
            + "grossecaisse cymbale cymbales bateria bombo redoblante platillos batteria rullante piatti grancassa bumbo pratos perkusja stopa werbel "
            + "барабаны барабан ударные бочка хэт ドラム キック スネア ハイハット パーカッション 鼓 底鼓 军鼓");
        Add(Noun, [TrackRole.Bass],
            "bass bas bs bss basses bassline basslines bassgtr bassguitar subbass upright contrabass doublebass kontrabass reese "
            + "ebass basse contrebasse bajo contrabajo basso contrabbasso baixo contrabaixo kontrabas бас контрабас ベース 贝斯 低音");
        Add(Noun, [TrackRole.Vocal],
            "vocal vocals voc vocs vox voxs voice voices vx ldvox ldvoc leadvox leadvocal leadvocals bvox bv bvs bgv bgvs bkvox backingvox backingvocals "
            + "bgvox ldv choir chor choirs adlib adlibs singer sing singing sung rap rapper acapella acappella harmonies harmonyvox speech spoken dialog "
            + "dialogue narration narrator voiceover vo gesang stimme stimmen gesange voix chant choeur choeurs voz voces canto coro coros "
            + "voce voci cantante vocais zang wokal chorki вокал голос хор ボーカル ヴォーカル コーラス 歌 人声 主唱");
        Add(Noun, [TrackRole.Keys],
            "keys key piano pno pianos pnos ep epiano rhodes wurli wurlitzer wurly organ org hammond clav clavinet keyboard keyboards kbd kb "
            + "harpsichord celesta celeste vibes vibraphone marimba xylophone glockenspiel glock accordion melodica klavier flugel "
            + "fluegel tasten orgel akkordeon clavier claviers orgue teclado teclados organo tastiera tastiere pianoforte orgao toetsen pianino klawisze "
            + "клавиши пианино фортепиано рояль орган ピアノ キーボード オルガン 钢琴 键盘");
        Add(Noun, [TrackRole.Guitar],
            "guitar guitars gtr gtrs git gits guit gt egtr agtr acgtr elgtr aguitar eguitar acgt ukulele uke banjo mandolin mando strat tele lespaul "
            + "gitarre gitarren guitare guitares guitarra guitarras chitarra chitarre violao gitaar gitaren gitara gitary гитара гитары ギター 吉他");
        Add(Noun, [TrackRole.Pad],
            "pad pads string strings str strs strgs stgs atmos atmosphere ambience drone drones texture textures streicher flache flaeche cordes nappe "
            + "nappes cuerdas archi cordas colchon strijkers smyczki пэд струнные パッド ストリングス 弦乐 铺底");
        Add(Noun, [TrackRole.Lead],
            "melody mel topline sax saxophone altosax tenorsax trumpet tpt trp trombone tbn flute flt clarinet oboe violin vln vn viola vla cello vc vlc "
            + "fiddle harmonica horn whistle theremin geige trompete flote floete querflote posaune klarinette trompette violon flauta trompeta violin "
            + "tromba flauto violino trompet viool труба скрипка саксофон флейта サックス トランペット 小提琴");
        Add(Describing, [TrackRole.Lead], "lead ld leads");
        Add(Describing, [TrackRole.Keys, TrackRole.Pad, TrackRole.Lead], "synth synths syn synthe sintetizador シンセ 合成器");
        Add(Describing, [TrackRole.Keys, TrackRole.Lead], "pluck plucks plk arp arps arpeggio stab stabs bell bells");
        Add(Describing, [TrackRole.Pad, TrackRole.Lead], "brass horns");
        Add(Describing, [TrackRole.Keys, TrackRole.Pad, TrackRole.Guitar], "chords chord chd");
        Add(Describing, [TrackRole.Drums, TrackRole.Bass], "808 808s");
        Add(Describing, [TrackRole.Drums], "909 707 606 room rooms break breaks");
        Add(Describing, [TrackRole.Drums, TrackRole.FullMix], "beat beats");
        Add(Describing, [TrackRole.Bass], "sub");
        Add(Describing, [TrackRole.Keys], "grand");
        Add(Describing, [TrackRole.Guitar], "acoustic acou");
        Add(Describing, [TrackRole.Vocal], "backing bg harmony soprano alto tenor baritone");
        Add(Bus, [TrackRole.FullMix],
            "master mstr mastered mastering mix mixdown mixes fullmix premaster mixbus mainmix summe "
            + "mezcla missaggio mixagem mixage instrumental instrumentals микс мастер ミックス マスター 混音 母带");
    }

    /// <summary>Words that mean something else together, and the word that stands for them.</summary>
    public static IReadOnlyList<(string Phrase, string Word)> Phrases { get; } =
    [
        .. ("2 bus=mixbus|2 buss=mixbus|2 mix=mixbus|2 trk=mixbus|stereo out=mixbus|main out=mixbus|full song=mixbus|mix bus=mixbus|hi hat=hihat|high hat=hihat"
            + "|steel drum=marimba|steel drums=marimba|e piano=epiano|e gtr=egtr|e bass=ebass|a cappella=acapella|voice over=voiceover|ad lib=adlib"
            + "|double bass=doublebass|sub bass=subbass|b 3=organ|tr 808=808|tr 909=909|caisse claire=snare|grosse caisse=kick|12 string=acoustic"
            + "|string machine=strings")
            .Split('|').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1])),
    ];

    /// <summary>The letter without its accent, in lower case.</summary>
    public static char Plain(char letter)
    {
        char lower = char.ToLowerInvariant(letter);
        int accented = Accented.IndexOf(lower, StringComparison.Ordinal);
        return accented < 0 ? lower : Plainly[accented];
    }

    /// <summary>What a word stands for; null where it says nothing about a role.</summary>
    /// <param name="word">Lower case, without accents.</param>
    public static RoleWord? Find(string word) => Known.GetValueOrDefault(word);

    /// <summary>Whether a word stands in many names and says nothing: "take", "left", a number.</summary>
    /// <param name="word">Lower case, without accents.</param>
    public static bool IsNeutral(string word) => Neutral.Contains(word) || int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static void Add(int rank, IReadOnlyList<TrackRole> roles, string words)
    {
        foreach (string word in Set(words))
        {
            Known[word] = new RoleWord(roles, rank);
        }
    }

    private static HashSet<string> Set(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
