using System.Diagnostics;
using OpenTelemetry;

namespace FreedomCities.Api.Telemetry;

/// <summary>Takes from each span what <see cref="Tags"/> doesn't allow, and the words of its failure.</summary>
internal sealed class Spans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(t => !Tags.Allowed.Contains(t.Key, StringComparer.Ordinal)).ToArray())
        {
            data.SetTag(tag.Key, null);
        }

        data.SetStatus(data.Status);
    }
}
