  {{#canonical}}<link rel="canonical" href="{{canonical_text}}">{{/canonical}}
  {{#description}}<meta name="description" content="{{description_text}}">{{/description}}
  {{#unlisted}}<meta name="robots" content="noindex">{{/unlisted}}
  {{#feeds}}<link rel="alternate" type="application/rss+xml" title="RSS: {{title}}" href="{{rss}}">
  <link rel="alternate" type="application/atom+xml" title="Atom: {{title}}" href="{{atom}}">
  <link rel="alternate" type="application/feed+json" title="JSON Feed: {{title}}" href="{{json}}">{{/feeds}}
  {{#open_graph}}<meta property="og:site_name" content="Lan Tỏa Hà Nội">
  <meta property="og:locale" content="vi_VN">
  <meta property="og:type" content="{{kind}}">
  <meta property="og:title" content="{{title}}">
  <meta property="og:description" content="{{description}}">
  <meta property="og:url" content="{{address}}">
  {{#picture}}<meta property="og:image" content="{{address}}">
  <meta property="og:image:width" content="{{width}}">
  <meta property="og:image:height" content="{{height}}">
  <meta property="og:image:alt" content="{{alt}}">{{/picture}}{{/open_graph}}
  {{#data}}<script type="application/ld+json">{{json:none}}</script>{{/data}}
