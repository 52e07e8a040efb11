using System.Net;
using System.Net.Sockets;

namespace FreedomCities.Api.Tests.Hosting;

/// <summary>A setting that isn't one, or can't be so, stops the start: exit code 1 and one line that names it.</summary>
public sealed class SettingsTests
{
    // Never reached: the service starts without a database.
    private const string NoDatabase = "--ConnectionStrings:FreedomCities=Host=127.0.0.1;Port=1;Username=app";

    [Theory]
    [InlineData("--url http://localhost:5001", "--url is not an option: did you mean --urls?")]
    [InlineData("--RateLimits:Foo=1", "--RateLimits:Foo is not an option: did you mean --RateLimits:")]
    [InlineData("--DeadlineSecond 3", "did you mean --DeadlineSeconds?")]
    [InlineData("--dta x", "did you mean --data?")]
    [InlineData("--TrustedProxies:0=10.0.0.1", "did you mean --TrustedProxies?")]
    [InlineData("--zzz=1", "--zzz is not an option")]
    [InlineData("-x 1", "'-x' is not an option")]
    [InlineData("-x=1", "'-x=1' is not an option")]
    [InlineData("--GraceSeconds=1 stray", "'stray' is not an option")]
    [InlineData("--data", "--data has no value")]
    [InlineData("--data --GraceSeconds=1", "--data has no value")]
    [InlineData("--data=", "--data has no value")]
    public async Task UnknownOption_IsRefusedWithTheNearest(string arguments, string message) =>
        Assert.Contains(message, await Line(arguments.Split(' ')), StringComparison.Ordinal);

    [Theory]
    [InlineData("ConcurrentRequests", "many", "a whole number from 1 to 100000")]
    [InlineData("ConcurrentRequests", "0", "a whole number from 1 to 100000")]
    [InlineData("ConcurrentRequests", "1.5", "a whole number from 1 to 100000")]
    [InlineData("ConcurrentRequests", "1e3", "a whole number from 1 to 100000")]
    [InlineData("ConcurrentRequests", "NaN", "a whole number from 1 to 100000")]
    [InlineData("ConcurrentConnections", "-5", "a whole number from 2 to 1000000")]
    [InlineData("ChangeRetentionDays", "0", "a whole number from 1 to 10000")]
    [InlineData("ChangeRetentionDays", "99999999999999999999", "a whole number from 1 to 10000")]
    [InlineData("DeadlineSeconds", "61", "a number from 0.1 to 60")]
    [InlineData("GraceSeconds", "2,5", "a number from 0 to 600")]
    [InlineData("ResponseCacheMegabytes", "0.5", "a whole number from 0 to 100000")]
    [InlineData("RateLimits:Search:Seconds", "1.5", "a whole number from 1 to 86400")]
    [InlineData("RateLimits:Enabled", "yes", "true or false")]
    [InlineData("DefaultLanguage", "xx yy", "a BCP 47 language tag")]
    [InlineData("DefaultLanguage", "en,es", "a BCP 47 language tag")]
    [InlineData("PublicUrl", "faq.example.org", "the http or https address")]
    [InlineData("TrustedProxies", "10.0.0.1;10.0.0.2", "addresses or networks")]
    [InlineData("urls", "http://localhost:99999", "addresses like http://localhost:5000")]
    [InlineData("urls", "http://localhost:-1", "addresses like")]
    [InlineData("urls", "http://*:port", "addresses like")]
    [InlineData("urls", "http://localhost:5000,http://localhost:5001", "addresses like")]
    [InlineData("urls", "http://localhost:5000/faq", "addresses like")]
    [InlineData("urls", "localhost", "addresses like")]
    [InlineData("http_ports", "99999", "port numbers from 0 to 65535")]
    [InlineData("Kestrel:Endpoints:A:Url", "http://localhost:99999", "addresses like")]
    [InlineData("Kestrel:Endpoints:A", "http://localhost:5000", "addresses like")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Trace, Debug")]
    public async Task WrongValue_IsRefusedWithNameValueAndRange(string name, string value, string range)
    {
        var line = await Line(NoDatabase, $"--{name}={value}");

        Assert.Contains(name.Replace(":", "__", StringComparison.Ordinal), line, StringComparison.Ordinal);
        Assert.Contains(range, line, StringComparison.Ordinal);
        Assert.True(
            line.Contains($"'{value}'", StringComparison.Ordinal) || value.Contains(
                line.Split('\'')[1],
                StringComparison.Ordinal) || name == "Kestrel:Endpoints:A",
            line);
    }

    [Theory]
    [InlineData("--urls=https://127.0.0.1:0", "No server certificate was specified")]
    [InlineData("--urls=http://localhost:0", "Dynamic port binding is not supported")]
    [InlineData("--urls=http://192.0.2.1:0", "Choose another address with --urls")]
    [InlineData("--Kestrel:Endpoints:A:Url=https://127.0.0.1:0", "No server certificate was specified")]
    public async Task AddressThatCannotBeServed_IsTold(string argument, string message) =>
        Assert.Contains(message, await Line(NoDatabase, argument), StringComparison.Ordinal);

    [Fact]
    public async Task AddressInUse_IsTold()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        Assert.Contains(
            "already in use. Choose another address with --urls",
            await Line(NoDatabase, $"--urls=http://{other.LocalEndpoint}"),
            StringComparison.Ordinal);
    }

    // The environment is a process's.
    [Theory]
    [InlineData("RateLimits__Foo", "5", "The variable RateLimits__Foo is not a setting: did you mean RateLimits__")]
    [InlineData("DeadlineSecond", "5", "did you mean DeadlineSeconds?", Explicit = true)]
    [InlineData("TrustedProxies__0", "10.0.0.1", "did you mean TrustedProxies?", Explicit = true)]
    [InlineData("ConnectionStrings__FreedomCity", "Host=x", "did you mean ConnectionStrings__FreedomCities?", Explicit = true)]
    [InlineData("data", "", "data must be the path of a folder", Explicit = true)]
    [InlineData("Kestrel__Certificates__Default__Path", "/nowhere.pfx", "Kestrel__Certificates", Explicit = true)]
    public async Task Variable_ThatIsNoSettingOrWrong_IsToldByAProcess(string name, string value, string message)
    {
        var errors = await ProgramProcess.Fail([NoDatabase, "--urls=https://127.0.0.1:0"], (name, value));

        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    private static async Task<string> Line(params string[] arguments)
    {
        var errors = (await ProgramCall.Fail(arguments)).Trim();
        Assert.Single(errors.Split('\n'));
        return errors;
    }
}
