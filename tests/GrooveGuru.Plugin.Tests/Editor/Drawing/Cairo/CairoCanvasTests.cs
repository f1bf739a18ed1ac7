using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

[Collection(DrawingCollection.Name)]
public sealed class CairoCanvasTests
{
    private static readonly TextStyle Style = new(13, false, new Color(0xFFFFFFFF));

    [DrawingTheory]
    [InlineData(1.0)]
    [InlineData(1.5)]
    [InlineData(3.0)]
    public void Fill_AtAScale_CoversItsPixelsOnly(double scale)
    {
        using ImageSurface image = new((int)(20 * scale), (int)(20 * scale));
        using TextLayouts texts = new(scale);
        using CairoCanvas canvas = new(image.Handle, texts);
        canvas.Fill(new Rect(4, 4, 8, 8), new Color(0xFF204060));

        Assert.Equal(0xFF204060, image.PixelAt((int)(4 * scale), (int)(4 * scale)));
        Assert.Equal(0xFF204060, image.PixelAt((int)(12 * scale) - 1, (int)(12 * scale) - 1));
        Assert.Equal(0xFF000000, image.PixelAt((int)(4 * scale) - 1, (int)(6 * scale)));
        Assert.Equal(0xFF000000, image.PixelAt((int)(12 * scale), (int)(6 * scale)));
    }

    [DrawingFact]
    public void PushClip_UntilPop_KeepsPaintInside()
    {
        using ImageSurface image = new(20, 20);
        using TextLayouts texts = new(1);
        using CairoCanvas canvas = new(image.Handle, texts);
        canvas.PushClip(new Rect(0, 0, 10, 20));
        canvas.Fill(new Rect(0, 0, 20, 20), new Color(0xFFFF0000));
        canvas.Pop();
        Assert.Equal(0xFFFF0000, image.PixelAt(9, 10));
        Assert.Equal(0xFF000000, image.PixelAt(10, 10));
        canvas.Fill(new Rect(0, 0, 20, 20), new Color(0xFF00FF00));
        Assert.Equal(0xFF00FF00, image.PixelAt(10, 10));
    }

    [DrawingFact]
    public void Stroke_OfARectangle_LiesInsideIt()
    {
        using ImageSurface image = new(20, 20);
        using TextLayouts texts = new(1);
        using CairoCanvas canvas = new(image.Handle, texts);
        canvas.Stroke(new Rect(4, 4, 10, 10), new Color(0xFFFFFFFF));
        Assert.Equal(0xFFFFFFFF, image.PixelAt(4, 8));
        Assert.Equal(0xFFFFFFFF, image.PixelAt(13, 8));
        Assert.Equal(0xFF000000, image.PixelAt(3, 8));
        Assert.Equal(0xFF000000, image.PixelAt(5, 8));
    }

    [DrawingFact]
    public void Text_LongerThanItsRectangle_StaysInside()
    {
        using ImageSurface image = new(120, 30);
        using TextLayouts texts = new(1);
        using CairoCanvas canvas = new(image.Handle, texts);
        canvas.Text(new string('W', 300), new Rect(10, 0, 60, 30), Style);
        Assert.True(HasInk(image, 10, 70));
        Assert.False(HasInk(image, 71, 120));
    }

    [DrawingTheory]
    [InlineData("")]
    [InlineData("\0\u0001\n\t")]
    [InlineData("\uD83C")]
    [InlineData("مسار 音轨 🎸 e\u0301\u0301\u0301")]
    public void Text_ThatIsOdd_DoesNotThrow(string text)
    {
        using ImageSurface image = new(60, 30);
        using TextLayouts texts = new(2);
        using CairoCanvas canvas = new(image.Handle, texts);
        canvas.Text(text, new Rect(0, 0, 30, 15), Style, TextAlign.Right, maxLines: 2);
        Assert.True(texts.Measure(text, Style).Height > 0);
    }

    [DrawingFact]
    public void Constructor_SurfaceThatCairoRefuses_SaysSo()
    {
        int before = CairoCanvas.LiveCanvases;
        using TextLayouts texts = new(1);
        Assert.Throws<DrawingUnavailableException>(() => new CairoCanvas(CairoNative.CreateImage(999, 1, 1), texts));
        Assert.Equal(before, CairoCanvas.LiveCanvases);
    }

    [DrawingFact]
    public void WritePng_ToAFile_IsAPng()
    {
        string path = Path.Combine(Path.GetTempPath(), $"grooveguru-ä-{Guid.NewGuid():N}.png");
        using ImageSurface image = new(3, 3);
        image.WritePng(path);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(path)[..4]);
        File.Delete(path);
        Assert.Throws<IOException>(() => image.WritePng(Path.Combine(path, "no", "such.png")));
    }

    private static bool HasInk(ImageSurface image, int fromX, int toX) => Enumerable.Range(fromX, toX - fromX)
        .Any(x => Enumerable.Range(0, image.HeightPixels).Any(y => image.PixelAt(x, y) != 0xFF000000));
}
