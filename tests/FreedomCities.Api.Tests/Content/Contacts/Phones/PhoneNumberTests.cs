using FreedomCities.Api.Content.Contacts.Phones;

namespace FreedomCities.Api.Tests.Content.Contacts.Phones;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("(505) 266-5915", "tel:+1-505-266-5915")]
    [InlineData("505-266-5915 ext. 007", "tel:+1-505-266-5915;ext=007")]
    [InlineData("(505) 266-5915 (ext. 12)", "tel:+1-505-266-5915;ext=12")]
    [InlineData("505-266-5915, extensión 7", "tel:+1-505-266-5915;ext=7")]
    [InlineData("tel:+1-505-266-5915;ext=007", "tel:+1-505-266-5915;ext=007")]
    [InlineData("1-800-555-ACLU", "tel:+1-800-555-2258")]
    [InlineData("1-800-555-ACLU (2258)", "tel:+1-800-555-2258")]
    [InlineData("1-800-CONTACTS", "tel:+1-800-266-8228")]
    [InlineData("505‑266‑5915 (TTY)", "tel:+1-505-266-5915")]
    [InlineData("Toll-free: 1-866-OUR-VOTE", "tel:+1-866-687-8683")]
    [InlineData("1-888-VE-Y-VOTA", "tel:+1-888-839-8682")]
    [InlineData("505-266-5915 TTY", "tel:+1-505-266-5915")]
    [InlineData("505-266-5915 - main office", "tel:+1-505-266-5915")]
    [InlineData("505-266-5915, option 2", "tel:+1-505-266-5915")]
    [InlineData("505-266-5915 ext 12 (Ana)", "tel:+1-505-266-5915;ext=12")]
    [InlineData("TTY: 711", "tel:711;phone-context=+1")]
    [InlineData("+52 55 1234 5678", "tel:+525512345678")]
    [InlineData("988", "tel:988;phone-context=+1")]
    [InlineData("9-8-8", "tel:988;phone-context=+1")]
    [InlineData("tel:988;phone-context=+1", "tel:988;phone-context=+1")]
    public void Spelling_IsUnderstood(string written, string uri) => Assert.Equal(uri, Uri(written, "voice"));

    [Theory]
    [InlineData("741741")]
    [InlineData("741-741")]
    [InlineData("sms:741741")]
    public void ShortCodeForTexts_HasAnSmsUri(string written) => Assert.Equal("sms:741741", Uri(written, "text"));

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("266-5915")]
    [InlineData("505-266-591")]
    [InlineData("505-266-591 TTY")]
    [InlineData("505-266 voice")]
    [InlineData("505-266-59155")]
    [InlineData("505-266-5915 or 505-266-5916")]
    [InlineData("505-266-5915/5916")]
    [InlineData("505-266-5915 x302/x2303")]
    [InlineData("11")]
    public void OtherText_IsNoNumber(string written) => Assert.Null(PhoneNumber.Parse(written, "US"));

    [Theory]
    [InlineData("+15052665915", "007", "(505) 266-5915 ext. 007")]
    [InlineData("+525512345678", null, "+52 55 1234 5678")]
    public void Number_IsFormattedAsItsCountryDoes(string number, string? extension, string display) =>
        Assert.Equal(display, PhoneNumber.Display(new ParsedNumber(number, extension, null)));

    [Fact]
    public void ShortCode_IsThatOfItsCountry() =>
        Assert.Equal("tel:116123;phone-context=+44", PhoneNumber.Parse("116 123", "GB") is { } parsed
            ? PhoneNumber.Uri(parsed.Number, parsed.Extension, parsed.Country, "voice")
            : null);

    [Theory]
    [InlineData("+15052665916", true)]
    [InlineData("+15052665951", true)]
    [InlineData("+15052665915", false)]
    [InlineData("+15052665926", false)]
    [InlineData("988", false)]
    public void NearNumber_IsOneDigitOff(string number, bool isNear) => Assert.Equal(isNear, NearNumbers.AreNear(number, "+15052665915"));

    private static string? Uri(string written, string type) =>
        PhoneNumber.Parse(written, "US") is { } parsed ? PhoneNumber.Uri(parsed.Number, parsed.Extension, parsed.Country, type) : null;
}
