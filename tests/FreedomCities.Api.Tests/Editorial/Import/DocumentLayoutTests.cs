namespace FreedomCities.Api.Tests.Editorial.Import;

public sealed class DocumentLayoutTests(TestCluster cluster) : Service(cluster)
{
    public static TheoryData<string, string> Layouts => new()
    {
        {
            "headings",
            """
            # Town Library FAQ

            Welcome to the library.

            ## How long may I keep a book?

            Three weeks.

            ## What does a card cost?

            Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "headings with sections above them",
            """
            # Town Library FAQs

            ## Loans

            About loans.

            ### How long may I keep a book?

            Three weeks.

            ## Cards

            ### What does a card cost?

            Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "underlined headings",
            """
            Town Library – Frequently Asked Questions
            =========================================

            How long may I keep a book?
            ---------------------------

            Three weeks.

            What does a card cost?
            ----------------------
            Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "numbered headings",
            """
            # Town Library (FAQ)
            ## 1. How long may I keep a book?
            Three weeks.
            ## 2. What does a card cost? ##
            Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "bold paragraphs",
            """
            **Town Library FAQ**

            **How long may I keep a book?**

            Three weeks.

            __What does a card cost?__

            Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "bold lines right above their answers",
            """
            Town Library FAQ

            **How long may I keep a book?**
            Three weeks.

            **What does a card cost?**
            Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "Q and A",
            """
            Town Library FAQ

            Q: How long may I keep a book?

            A: Three weeks.

            Q: What does a card cost?

            A: Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "Q and A line by line",
            """
            Town Library FAQ

            Q: How long may I keep a book?
            A: Three weeks.
            Q: What does a card
            cost?
            A: Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "bold Q and A",
            """
            Town Library FAQ

            **Q:** How long may I keep a book?

            **A:** Three weeks.

            **Q2:** What does a card cost?

            **A2:** Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "numbers with indented answers",
            """
            Town Library FAQ

            1. How long may I keep a book?

               Three weeks.

            2. What does a card cost?
               Nothing.

               Bring a letter that shows your address.
            """
        },
        {
            "numbers with answers at the margin",
            """
            Town Library FAQ

            1) How long may I keep a book?

            Three weeks.

            2) What does a card cost?

            Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "lone paragraphs",
            """
            Town Library FAQ

            Welcome to the library.

            How long may I keep a book?

            Three weeks.

            What does a card cost?

            Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "bold questions with their answers behind them",
            """
            # Town Library FAQ

            **How long may I keep a book?** Three weeks.

            **What does a card cost?** Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "Q: and A: on one line",
            """
            Town Library FAQ

            Q: How long may I keep a book? A: Three weeks.

            Q: What does a card cost? A: Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "front matter of a site's generator",
            """
            ---
            title: anything
            ---

            # Town Library FAQ

            ## How long may I keep a book?

            Three weeks.

            ## What does a card cost?

            Nothing.

            Bring a letter that shows your address.
            """
        },
        {
            "rules between the entries",
            """
            # Town Library FAQ

            ---

            ## How long may I keep a book?

            Three weeks.

            ---

            ## What does a card cost?

            Nothing.

            Bring a letter that shows your address.

            * * *
            """
        },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task EveryLayout_GivesTopicQuestionsAndAnswers(string layout, string document)
    {
        await this.Import(document);

        var topic = Assert.Single(await this.Items("/v1/topics"));
        Assert.Equal(("town-library", "Town Library"), (topic.Text("slug"), topic.Text("name")));
        Assert.Equal(
            [
                ("How long may I keep a book?", "Three weeks."),
                ("What does a card cost?", "Nothing.\n\nBring a letter that shows your address."),
            ],
            (await this.Items($"/v1/faqs?topic=town-library")).Select(f => (f.Text("question"), f.Answer("markdown"))));
        Assert.NotEmpty(layout);
    }
}
