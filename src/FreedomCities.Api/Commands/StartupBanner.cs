namespace FreedomCities.Api.Commands;

/// <summary>What the operator sees when the service is up: where it is, and one line to try.</summary>
internal static class StartupBanner
{
    public static void Print(TextWriter output, string address) => output.WriteLine(
        $"""

        FreedomCities.Api  {address}
        Swagger UI         {address}/swagger
        Try                curl {address}/v1/faqs
        """);
}
