using GrooveGuru.Bridge.Reporting.Page;
using Microsoft.Playwright;

namespace GrooveGuru.Bridge.Tests.Reporting.Page;

/// <summary>The page of notes in a real browser, opened as a file.</summary>
public sealed class NotesPageBrowserTests : IDisposable
{
    private const string Audio = "document.getElementById('preview')";

    // Points of the roll that are of a note's colour: what is left when rows, lines and words are told apart by their greys.
    private const string ColouredPoints = """
        () => { const c = document.getElementById('notes'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0;
          for (let i = 0; i < d.length; i += 4) if (d[i + 3] > 0 && Math.max(d[i], d[i + 1], d[i + 2]) - Math.min(d[i], d[i + 1], d[i + 2]) > 60) n++; return n; }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("gg page João #1 ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public async Task Preview_FromAFile_PlaysAndItsPlaceRunsOverTheRoll()
    {
        await using PageBrowser browser = await PageBrowser.StartAsync();
        await OpenAsync(browser, NotesPages.Write(_folder, NotesPages.Content()));
        Assert.True(await browser.Page.EvaluateAsync<int>(ColouredPoints) > 500);
        Assert.True(await browser.Page.EvaluateAsync<bool>($"{Audio}.paused"), "It plays by itself.");
        await browser.AwaitAsync($"{Audio}.readyState >= 1");
        Assert.Equal(20, await browser.Page.EvaluateAsync<double>($"{Audio}.duration"), 0.01);
        int head = await HeadAsync(browser);

        await browser.Page.EvaluateAsync($"{Audio}.play()");

        await browser.AwaitAsync($"{Audio}.currentTime > 1");
        Assert.True(await HeadAsync(browser) > head + 20);
        await browser.Page.EvaluateAsync($"{Audio}.pause()");
        await browser.KeepPictureAsync("notes-page-light");
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Click_IntoTheRoll_ListensFromThere()
    {
        await using PageBrowser browser = await PageBrowser.StartAsync(ColorScheme.Dark);
        await OpenAsync(browser, NotesPages.Write(_folder, NotesPages.Content()));
        await browser.AwaitAsync($"{Audio}.readyState >= 1");
        await browser.Page.ClickAsync("#all");

        ElementHandleBoundingBoxResult box = (await (await browser.Page.QuerySelectorAsync("#notes"))!.BoundingBoxAsync())!;
        await browser.Page.Mouse.ClickAsync(box.X + 92 + ((box.Width - 100) / 2), box.Y + 60);

        await browser.AwaitAsync($"Math.abs({Audio}.currentTime - 10) < 0.2");
        await browser.AwaitAsync("Math.abs(Number(document.documentElement.dataset.head) - (92 + (document.getElementById('notes').clientWidth - 100) / 2)) < 4");
        await browser.KeepPictureAsync("notes-page-dark");
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Preview_Played_HasTheRecordingLeftAndTheNotesRight()
    {
        await using PageBrowser browser = await PageBrowser.StartAsync();
        NotesPages.Write(_folder, NotesPages.Content());

        // Sound can be measured by a script only where the page comes from a server.
        await browser.Page.RouteAsync("http://groove.test/**", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Path = System.IO.Path.Combine(_folder, System.IO.Path.GetFileName(new Uri(route.Request.Url).LocalPath)),
        }));
        await browser.Page.GotoAsync("http://groove.test/page.html");

        double[] peaks = await browser.Page.EvaluateAsync<double[]>($$"""
            async () => {
              const sound = new AudioContext(), source = sound.createMediaElementSource({{Audio}}), splitter = sound.createChannelSplitter(2);
              source.connect(splitter);
              const ears = [0, 1].map(side => { const ear = sound.createAnalyser(); splitter.connect(ear, side); return ear; }), peaks = [0, 0], data = new Float32Array(2048);
              splitter.connect(sound.destination, 0);
              await {{Audio}}.play();
              for (let turn = 0; turn < 600 && (peaks[0] < 0.4 || peaks[1] < 0.2); turn++) {
                await new Promise(done => setTimeout(done, 50));
                ears.forEach((ear, side) => { ear.getFloatTimeDomainData(data); for (const sample of data) peaks[side] = Math.max(peaks[side], Math.abs(sample)); });
              }
              return peaks;
            }
            """);

        Assert.Equal(0.5, peaks[0], 0.02);
        Assert.Equal(0.25, peaks[1], 0.02);
    }

    [BrowserFact]
    public async Task Preview_ThatIsNotThere_IsSaid()
    {
        await using PageBrowser browser = await PageBrowser.StartAsync();
        string page = NotesPages.Write(_folder, NotesPages.Content());
        File.Delete(System.IO.Path.Combine(_folder, "preview.wav"));

        await OpenAsync(browser, page);

        await browser.AwaitAsync("document.getElementById('listen').textContent.includes('cannot be played')");
        Assert.True(await browser.Page.EvaluateAsync<int>(ColouredPoints) > 500);
    }

    [BrowserFact]
    public async Task Page_OfAHostileName_RunsNothingOfIt()
    {
        const string Hostile = "\"><img src=x onerror=document.title='taken'><script>document.title='taken'</script>";
        await using PageBrowser browser = await PageBrowser.StartAsync();
        string page = NotesPages.Write(_folder, NotesPages.Content(title: Hostile) with { Notice = Hostile }, previewName: "it's 100% \"mine\" & <b>.wav");

        await OpenAsync(browser, page);

        await browser.AwaitAsync($"{Audio}.readyState >= 1");
        Assert.Contains("onerror", await browser.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Script_ThatIsPlanted_IsRefusedByThePolicy()
    {
        await using PageBrowser browser = await PageBrowser.StartAsync();
        string page = NotesPages.Write(_folder, NotesPages.Content());
        File.WriteAllText(page, File.ReadAllText(page).Replace("</main>", "<script>document.title='taken'</script></main>", StringComparison.Ordinal));

        await OpenAsync(browser, page);

        Assert.NotEqual("taken", await browser.Page.TitleAsync());
        Assert.Contains(browser.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Roll_OfTwoHoursAndFiftyThousandNotes_IsDrawnWhole()
    {
        await using PageBrowser browser = await PageBrowser.StartAsync();
        NotesPageContent content = NotesPages.Content(50_000, stepQuarters: 0.288) with { DurationSeconds = 7200 };
        string page = System.IO.Path.Combine(_folder, "long.html");
        await File.WriteAllTextAsync(page, NotesPages.Html(content));

        await OpenAsync(browser, page);
        int near = await browser.Page.EvaluateAsync<int>(ColouredPoints);
        await browser.Page.ClickAsync("#all");
        await browser.AwaitAsync("document.getElementById('roll').scrollWidth <= document.getElementById('roll').clientWidth + 1");
        await browser.AwaitAsync($"({ColouredPoints})() > {2 * near}");
        double drawMs = await browser.Page.EvaluateAsync<double>("""
            async () => { const roll = document.getElementById('roll'), times = [];
              for (let turn = 0; turn < 5; turn++) { const began = performance.now(); document.getElementById('all').click();
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); times.push(performance.now() - began); }
              return Math.min(...times); }
            """);
        await browser.KeepPictureAsync("notes-page-long");

        Assert.True(drawMs < 2000, $"{drawMs} ms"); // a gate against drawing everything for every note, not a figure
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Keys_OnTheRoll_MoveIt()
    {
        await using PageBrowser browser = await PageBrowser.StartAsync();
        await OpenAsync(browser, NotesPages.Write(_folder, NotesPages.Content(400)));

        await browser.Page.FocusAsync("#roll");
        await browser.Page.Keyboard.PressAsync("End");
        await browser.Page.Keyboard.PressAsync("ArrowRight");

        await browser.AwaitAsync("document.getElementById('roll').scrollLeft > 0");
    }

    private static async Task OpenAsync(PageBrowser browser, string page)
    {
        await browser.Page.GotoAsync(new Uri(page).AbsoluteUri);
        await browser.AwaitAsync($"({ColouredPoints})() > 0");
    }

    private static Task<int> HeadAsync(PageBrowser browser) => browser.Page.EvaluateAsync<int>("Number(document.documentElement.dataset.head)");
}
