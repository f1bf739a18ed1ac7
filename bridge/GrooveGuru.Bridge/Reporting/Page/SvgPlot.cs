using System.Globalization;
using System.Net;
using System.Text;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>One plot as inline SVG: an area with two linear axes, in pixels of a fixed view box that scales with the page.</summary>
internal sealed class SvgPlot
{
    /// <summary>Width of a plot that has a line of the page to itself, px of the view box.</summary>
    public const double FullWidth = 1000;

    private const double Left = 52;
    private const double Right = 12;
    private const double Top = 22;
    private const double Bottom = 26;

    private readonly StringBuilder _svg = new();
    private readonly double _width;
    private readonly double _height;
    private readonly (double Low, double High) _x;
    private readonly (double Low, double High) _y;

    /// <summary>An empty plot.</summary>
    /// <param name="description">What it shows, for a screen reader.</param>
    /// <param name="heightPx">Height, px of the view box.</param>
    /// <param name="x">Range of the horizontal axis, in its unit.</param>
    /// <param name="y">Range of the vertical axis, in its unit.</param>
    /// <param name="widthPx">Width, px of the view box.</param>
    public SvgPlot(
        string description, double heightPx, (double Low, double High) x, (double Low, double High) y, double widthPx = FullWidth)
    {
        _width = widthPx;
        _height = heightPx;
        _x = x.High > x.Low ? x : (x.Low, x.Low + 1);
        _y = y;
        Write($"<svg viewBox=\"0 0 {_width} {heightPx}\" role=\"img\" aria-label=\"{Escape(description)}\">");
    }

    /// <summary>Pixels of the view box for one unit of the horizontal axis.</summary>
    public double PixelsPerUnit => (_width - Left - Right) / (_x.High - _x.Low);

    /// <summary>Makes a text safe within HTML.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A horizontal grid line with its label.</summary>
    public void GridY(double y, string label)
    {
        Write($"<line class=\"grid\" x1=\"{Left}\" x2=\"{_width - Right}\" y1=\"{Y(y):0.##}\" y2=\"{Y(y):0.##}\"/>");
        Write($"<text class=\"tick\" x=\"{Left - 6}\" y=\"{Y(y) + 4:0.##}\" text-anchor=\"end\">{ReportPageText.Prose(label)}</text>");
    }

    /// <summary>A vertical grid line with its label.</summary>
    public void GridX(double x, string label)
    {
        Write($"<line class=\"grid\" x1=\"{X(x):0.##}\" x2=\"{X(x):0.##}\" y1=\"{Top}\" y2=\"{_height - Bottom}\"/>");
        Write($"<text class=\"tick\" x=\"{X(x):0.##}\" y=\"{_height - 8}\" text-anchor=\"middle\">{ReportPageText.Prose(label)}</text>");
    }

    /// <summary>Grid lines for a time axis: minutes and seconds.</summary>
    /// <param name="maxLines">The most lines there may be.</param>
    public void TimeAxis(int maxLines = 12)
    {
        double[] steps = [0.1, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
        double step = steps.FirstOrDefault(candidate => (_x.High - _x.Low) / candidate <= maxLines, steps[^1]);
        for (int number = (int)Math.Ceiling((_x.Low - 1e-9) / step); number * step <= _x.High + 1e-9; number++)
        {
            double at = number * step;
            GridX(at, step < 1 ? string.Create(CultureInfo.InvariantCulture, $"{at:0.0} s") : Clock(at));
        }
    }

    /// <summary>A line through points.</summary>
    public void Line(string style, IEnumerable<(double X, double Y)> points) =>
        Write($"<polyline class=\"{style}\" points=\"{Points(points)}\"/>");

    /// <summary>A filled outline.</summary>
    public void Area(string style, IEnumerable<(double X, double Y)> points) =>
        Write($"<polygon class=\"{style}\" points=\"{Points(points)}\"/>");

    /// <summary>A box between two places of both axes.</summary>
    /// <param name="style">Class.</param>
    /// <param name="x1">One place on the horizontal axis.</param>
    /// <param name="x2">The other.</param>
    /// <param name="y1">One place on the vertical axis.</param>
    /// <param name="y2">The other.</param>
    /// <param name="title">A text that a pointer brings up.</param>
    /// <param name="opacity">Of the filling, 0–1.</param>
    public void Box(string style, double x1, double x2, double y1, double y2, string title, double opacity = 1)
    {
        double left = Math.Min(X(x1), X(x2)), top = Math.Min(Y(y1), Y(y2));
        Write($"<rect class=\"{style}\" x=\"{left:0.##}\" y=\"{top:0.##}\" width=\"{Math.Abs(X(x2) - X(x1)):0.##}\" ");
        Write($"height=\"{Math.Abs(Y(y2) - Y(y1)):0.##}\" fill-opacity=\"{opacity:0.##}\"><title>{ReportPageText.Prose(title)}</title></rect>");
    }

    /// <summary>A line from one place to another.</summary>
    public void Stroke(string style, double x1, double y1, double x2, double y2) =>
        Write($"<line class=\"{style}\" x1=\"{X(x1):0.##}\" y1=\"{Y(y1):0.##}\" x2=\"{X(x2):0.##}\" y2=\"{Y(y2):0.##}\"/>");

    /// <summary>A text at a place.</summary>
    /// <param name="style">Class.</param>
    /// <param name="x">Place on the horizontal axis.</param>
    /// <param name="y">Place on the vertical axis.</param>
    /// <param name="text">The text.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="downPx">How far below the place, px.</param>
    public void Text(string style, double x, double y, string text, string anchor = "start", double downPx = 0) =>
        Write($"<text class=\"{style}\" x=\"{X(x):0.##}\" y=\"{Y(y) + downPx:0.##}\" text-anchor=\"{anchor}\">{Escape(text)}</text>");

    /// <summary>A picture stretched over a part of the area.</summary>
    public void Image(string dataUri, double x1, double x2, double y1, double y2)
    {
        double top = Math.Min(Y(y1), Y(y2));
        Write($"<image x=\"{X(x1):0.##}\" y=\"{top:0.##}\" width=\"{X(x2) - X(x1):0.##}\" height=\"{Math.Abs(Y(y2) - Y(y1)):0.##}\" ");
        Write($"preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"{dataUri}\"/>");
    }

    /// <summary>The finished element.</summary>
    public string End() => _svg.Append("</svg>").ToString();

    /// <summary>Seconds as minutes and seconds.</summary>
    public static string Clock(double seconds)
    {
        if (seconds < 60 && seconds != Math.Floor(seconds))
        {
            return $"{seconds.ToString(seconds < 1 ? "0.##" : "0.#", CultureInfo.InvariantCulture)} s";
        }

        double whole = Math.Round(seconds); // before it is split: 119.7 s is 2:00, not 1:60
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(whole / 60):0}:{whole % 60:00}");
    }

    private double X(double x) => Left + ((Math.Clamp(x, _x.Low, _x.High) - _x.Low) * PixelsPerUnit);

    private double Y(double y) =>
        _height - Bottom - ((Math.Clamp(y, Math.Min(_y.Low, _y.High), Math.Max(_y.Low, _y.High)) - _y.Low) / (_y.High - _y.Low) * (_height - Top - Bottom));

    private string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.##},{Y(point.Y):0.##}")));

    private void Write(FormattableString text) =>
        _svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
