using System.Globalization;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>One line of text that is being typed: what it says, where the caret is and what is chosen. Steps are whole letters.</summary>
/// <param name="maxLength">The most UTF-16 characters.</param>
internal sealed class TextEdit(int maxLength)
{
    /// <summary>What it says now.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The character before which the caret stands.</summary>
    public int Caret { get; private set; }

    /// <summary>Where choosing began; the caret where nothing is chosen.</summary>
    public int Anchor { get; private set; }

    /// <summary>First chosen character.</summary>
    public int SelectionStart => Math.Min(Caret, Anchor);

    /// <summary>The character behind the last chosen one.</summary>
    public int SelectionEnd => Math.Max(Caret, Anchor);

    /// <summary>What is chosen; empty for nothing.</summary>
    public string Selected => Text[SelectionStart..SelectionEnd];

    /// <summary>Begins with a text, all of it chosen.</summary>
    public void Begin(string text)
    {
        Text = text.Length > maxLength ? text[..SafeLength(text, maxLength)] : text;
        SelectAll();
    }

    /// <summary>Chooses all.</summary>
    public void SelectAll() => (Anchor, Caret) = (0, Text.Length);

    /// <summary>Puts the caret somewhere.</summary>
    /// <param name="index">Character before which it stands.</param>
    /// <param name="keepsAnchor">Whether what lies between is chosen.</param>
    public void MoveTo(int index, bool keepsAnchor)
    {
        Caret = Math.Clamp(index, 0, Text.Length);
        Anchor = keepsAnchor ? Anchor : Caret;
    }

    /// <summary>One letter on, or one word.</summary>
    /// <param name="direction">-1 or 1.</param>
    /// <param name="byWord">Whether to the next end of a word.</param>
    /// <param name="keepsAnchor">Whether what lies between is chosen.</param>
    public void Step(int direction, bool byWord, bool keepsAnchor)
    {
        int target = !keepsAnchor && SelectionStart != SelectionEnd && !byWord
            ? direction < 0 ? SelectionStart : SelectionEnd
            : byWord ? WordFrom(Caret, direction) : LetterFrom(Caret, direction);
        MoveTo(target, keepsAnchor);
    }

    /// <summary>Types over what is chosen. Control characters and what is too long are left out.</summary>
    public void Insert(string typed)
    {
        string clean = string.Concat(typed.Where(letter => !char.IsControl(letter)));
        int room = Math.Max(0, maxLength - (Text.Length - (SelectionEnd - SelectionStart)));
        clean = clean.Length > room ? clean[..SafeLength(clean, room)] : clean;
        int start = SelectionStart;
        Text = string.Concat(Text.AsSpan(0, start), clean, Text.AsSpan(SelectionEnd));
        MoveTo(start + clean.Length, keepsAnchor: false);
    }

    /// <summary>Takes away what is chosen, else one letter or word.</summary>
    /// <param name="direction">-1 before the caret, 1 behind it.</param>
    /// <param name="byWord">Whether to the next end of a word.</param>
    public void Delete(int direction, bool byWord)
    {
        if (SelectionStart == SelectionEnd)
        {
            MoveTo(byWord ? WordFrom(Caret, direction) : LetterFrom(Caret, direction), keepsAnchor: true);
        }

        Insert("");
    }

    private static int SafeLength(string text, int length) =>
        length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;

    private int LetterFrom(int index, int direction)
    {
        if (direction > 0)
        {
            return index >= Text.Length ? Text.Length : index + StringInfo.GetNextTextElementLength(Text, index);
        }

        int before = 0;
        for (int at = 0; at < index; at += StringInfo.GetNextTextElementLength(Text, at))
        {
            before = at;
        }

        return before;
    }

    private int WordFrom(int index, int direction)
    {
        while (LetterFrom(index, direction) != index && !char.IsLetterOrDigit(Text[direction > 0 ? index : index - 1]))
        {
            index = LetterFrom(index, direction);
        }

        while (LetterFrom(index, direction) != index && char.IsLetterOrDigit(Text[direction > 0 ? index : index - 1]))
        {
            index = LetterFrom(index, direction);
        }

        return index;
    }
}
