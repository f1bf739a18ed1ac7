namespace GrooveGuru.Plugin.Editor.Windowing.X11.Input;

/// <summary>Accents that are typed before their letter.</summary>
internal sealed class DeadKeys
{
    private const uint FirstSymbol = 0xFE50, LastSymbol = 0xFE62;
    private uint _waiting;

    /// <summary>Takes the symbol of a key.</summary>
    /// <param name="symbol">A KeySym.</param>
    /// <param name="text">What it types by itself.</param>
    /// <returns>What is typed with the accent before it: nothing for an accent, both where they do not go together.</returns>
    public string Compose(uint symbol, string text)
    {
        uint before = _waiting;
        if (symbol is >= FirstSymbol and <= LastSymbol && AccentOf(symbol).Alone.Length > 0)
        {
            _waiting = before == symbol ? 0 : symbol;
            return before == 0 ? "" : AccentOf(before).Alone;
        }

        if (before == 0 || text.Length == 0)
        {
            return text;
        }

        _waiting = 0;
        (string alone, string pairs) = AccentOf(before);
        for (int index = 0; text.Length == 1 && index < pairs.Length; index += 2)
        {
            if (pairs[index] == text[0])
            {
                return pairs[index + 1].ToString();
            }
        }

        return text == " " ? alone : alone + text;
    }

    /// <summary>Forgets an accent that was typed.</summary>
    public void Forget() => _waiting = 0;

    // What an accent types alone, and letters with the same letters under it.
    private static (string Alone, string Pairs) AccentOf(uint symbol) => (symbol & 0xFF) switch
    {
        0x50 => ("`", "aàeèiìnǹoòuùwẁyỳAÀEÈIÌNǸOÒUÙWẀYỲαὰεὲιὶοὸυὺηὴωὼΑᾺΕῈΙῚΟῸΥῪΗῊΩῺ"),
        0x51 => ("´", "aácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźAÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹαάεέιίοόυύηήωώΑΆΕΈΙΊΟΌΥΎΗΉΩΏ"),
        0x52 => ("^", "aâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑAÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐ"),
        0x53 => ("~", "aãeẽiĩnñoõuũvṽyỹAÃEẼIĨNÑOÕUŨVṼYỸ"),
        0x54 => ("¯", "aāeēgḡiīoōuūyȳAĀEĒGḠIĪOŌUŪYȲαᾱιῑυῡΑᾹΙῙΥῩ"),
        0x55 => ("˘", "aăeĕgğiĭoŏuŭAĂEĔGĞIĬOŎUŬαᾰιῐυῠΑᾸΙῘΥῨ"),
        0x56 => ("˙", "aȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzżAȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻ"),
        0x57 => ("¨", "aäeëhḧiïoötẗuüwẅxẍyÿAÄEËHḦIÏOÖUÜWẄXẌYŸιϊυϋΙΪΥΫ"),
        0x58 => ("˚", "aåuůwẘyẙAÅUŮ"),
        0x59 => ("˝", "oőuűOŐUŰ"),
        0x5A => ("ˇ", "aǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžAǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽ"),
        0x5B => ("¸", "cçdḑeȩgģhḩkķlļnņrŗsştţCÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢ"),
        0x5C => ("˛", "aąeęiįoǫuųAĄEĘIĮOǪUŲ"),
        0x60 => (".", "aạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓAẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒ"),
        0x61 => ("?", "aảeẻiỉoỏuủyỷAẢEẺIỈOỎUỦYỶ"),
        0x62 => ("'", "oơuưOƠUƯ"),
        _ => ("", ""),
    };
}
