using FluentValidation;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Http.Requests.Paging;

namespace FreedomCities.Api.Content;

/// <summary>Registers the routes of Content with their queries and validators.</summary>
internal static class ContentModule
{
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        return services
            .AddSingleton<FaqQueries>()
            .AddSingleton<TopicQueries>()
            .AddSingleton<ResourceQueries>()
            .AddSingleton<ContactQueries>()
            .AddSingleton<MissingRecordQueries>()
            .AddSingleton<IValidator<ListFaqsRequest>, ListRequestValidator<ListFaqsRequest>>()
            .AddSingleton<IValidator<ListTopicsRequest>, ListRequestValidator<ListTopicsRequest>>()
            .AddSingleton<IValidator<ListResourcesRequest>, ListRequestValidator<ListResourcesRequest>>()
            .AddSingleton<IValidator<ListContactsRequest>, ListRequestValidator<ListContactsRequest>>();
    }

    public static void MapContent(this IEndpointRouteBuilder v1)
    {
        v1.MapIndex();
        v1.MapFaqs();
        v1.MapTopics();
        v1.MapResources();
        v1.MapContacts();
    }
}
