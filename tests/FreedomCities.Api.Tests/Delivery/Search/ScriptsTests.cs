
namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>Search knows no language, and is wrong in none.</summary>
public sealed class ScriptsTests(ScriptsTests.Tongues service) : IClassFixture<ScriptsTests.Tongues>
{
    [Theory]
    [InlineData("ar", "حقوقي عند الباب")]
    [InlineData("ar", "\u200fحُقُوقِي\u200e")]
    [InlineData("ar", "\u202bحقوقى عند الباب\u202c")]
    [InlineData("ar", "حقـــوقي")]
    [InlineData("ar", "إذا جاءت الشرطه")]
    [InlineData("he", "מהן הזכויות שלי")]
    [InlineData("he", "זְכוּיוֹת")]
    [InlineData("fa", "می‌خواهم وکیل")]
    [InlineData("zh", "庇护城市")]
    [InlineData("zh", "庇护 城市")]
    [InlineData("zh", "庇")]
    [InlineData("zh", "什么是城市？")]
    [InlineData("ja", "逮捕状とは")]
    [InlineData("ja", "ｶﾀｶﾅの逮捕状")]
    [InlineData("th", "หมายจับคืออะไร")]
    [InlineData("ko", "피난처 도시")]
    [InlineData("ko", "피난처도시란")]
    [InlineData("hi", "पुलिस मेरे घर")]
    [InlineData("hi", "पुलीस घर")]
    [InlineData("ru", "есть ли у меня адвокат")]
    [InlineData("ru", "АДВОКАТА")]
    [InlineData("ru", "адвокт")]
    [InlineData("el", "ΔΙΚΗΓΟΡΟΣ")]
    [InlineData("el", "δικηγορος")]
    [InlineData("de", "strassenfest grusse")]
    [InlineData("de", "STRASSENFEST")]
    [InlineData("de", "Straßenfeste")]
    [InlineData("de", "strassenfast")]
    [InlineData("tr", "isci haklari")]
    [InlineData("vi", "luat su cua toi")]
    public async Task PartOfAQuestion_FindsItWhateverItsScript(string language, string query)
    {
        Assert.Equal(language, (await service.First(query)).Text("slug"));
        Assert.Equal(language, (await service.First(query, "&lang=" + language)).GetProperty("language").Text("served"));
    }

    [Theory]
    [InlineData("ar", "ما هي")]
    [InlineData("ar", "حقوقي عند الب")]
    [InlineData("zh", "什么")]
    [InlineData("hi", "क्या पुलिस")]
    [InlineData("ru", "есть ли у меня адв")]
    [InlineData("de", "wer hort gru")]
    [InlineData("ko", "피난처 도")]
    public async Task Beginning_IsCompletedWhateverItsScript(string language, string typed) =>
        Assert.Equal([language], await service.Slugs("/v1/search/suggestions?q=" + Uri.EscapeDataString(typed)));

    public sealed class Tongues(TestCluster cluster) : Service(cluster)
    {
        private static readonly Dictionary<string, string> Questions = new()
        {
            ["ar"] = "ما هي حقوقي إذا جاءت الشرطة عند الباب؟",
            ["he"] = "מהן הזכויות שלי?",
            ["fa"] = "من می‌خواهم وکیل داشته باشم؟",
            ["zh"] = "什么是庇护城市？",
            ["ja"] = "カタカナの逮捕状とは何ですか？",
            ["th"] = "หมายจับคืออะไร?",
            ["ko"] = "피난처 도시란 무엇인가요?",
            ["hi"] = "क्या पुलिस मेरे घर आ सकती है?",
            ["ru"] = "Есть ли у меня право на адвоката?",
            ["el"] = "Πού είναι ο δικηγόρος μου;",
            ["de"] = "Wer hört Grüße vom Straßenfest?",
            ["tr"] = "İşçi hakları nelerdir?",
            ["vi"] = "Luật sư của tôi ở đâu?",
            ["en"] = "Who has rights?",
        };

        protected override async Task Fill()
        {
            foreach (var (language, question) in Questions)
            {
                await Given.Faq(language, language: language, question: question, answer: question + " …");
            }
        }
    }
}
