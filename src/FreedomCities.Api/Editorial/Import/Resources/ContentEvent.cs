namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>The event of a resource, as its source states it.</summary>
internal sealed record ContentEvent(string Date, string? Time, string? Zone)
{
    public static ContentEvent? Create(string? date, string? time, string? zone) => date is null ? null : new(date, time, zone);
}
