namespace FreedomCities.Api.Editorial.Import.Files;

/// <param name="Encoding">The name of the encoding that was taken, for the report.</param>
internal sealed record DecodedText(string Text, string Encoding);
